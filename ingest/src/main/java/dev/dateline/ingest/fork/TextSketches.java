package dev.dateline.ingest.fork;

import dev.dateline.model.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as sketches of their words, after Bar-Yossef et al., “Counting distinct elements in a data stream” (2002): of the
 * hashes of all words the least are kept, and two such samples tell how much the texts share.
 */
public final class TextSketches {
    /** With 128 hashes a share is told to within 0.04 (one standard deviation). */
    private static final int KEPT = 128;

    /** Shorter words stand in every text. In writing without spaces between words a pair of characters is a word. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}](?=([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]))|[\\p{L}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]{4,}");

    private static final int MOST_WORDS = 5_000;

    private TextSketches() {}

    /** Headline, standfirst and body. */
    public static Sketch of(Article article) {
        Set<Integer> hashes = new HashSet<>();
        add(hashes, article.getHeadline());
        add(hashes, article.getStandfirst());
        article.getBody().forEach(paragraph -> add(hashes, paragraph));
        List<Integer> least =
                hashes.stream().sorted(Integer::compareUnsigned).limit(KEPT).toList();
        return new Sketch(hashes.size(), new ArrayList<>(least));
    }

    private static void add(Set<Integer> hashes, String text) {
        if (text == null) {
            return;
        }
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (hashes.size() < MOST_WORDS && word.find()) {
            hashes.add(mixed((word.group(1) == null ? word.group() : word.group() + word.group(1)).hashCode()));
        }
    }

    /** The last step of MurmurHash3: String's hash is orderly, and a sample by its least values would not be one. */
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    /** The words that two texts share, as a part of those of the shorter, 0 to 1; 0 when one has none. */
    public static double shared(Sketch a, Sketch b) {
        int shorter = Math.min(a.getWords(), b.getWords());
        if (shorter == 0) {
            return 0;
        }
        Set<Integer> inA = new HashSet<>(a.getHashes());
        Set<Integer> inB = new HashSet<>(b.getHashes());
        Set<Integer> union = new HashSet<>(inA);
        union.addAll(inB);
        boolean whole = a.getWords() <= KEPT && b.getWords() <= KEPT;
        List<Integer> sample = union.stream()
                .sorted(Integer::compareUnsigned)
                .limit(whole ? Long.MAX_VALUE : KEPT)
                .toList();
        double both = sample.stream()
                .filter(hash -> inA.contains(hash) && inB.contains(hash))
                .count();
        double jaccard = both / sample.size();
        double intersection = jaccard * (a.getWords() + b.getWords()) / (1 + jaccard);
        return Math.min(1, intersection / shorter);
    }
}
