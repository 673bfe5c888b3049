package dev.dateline.enrich.learn;

import dev.dateline.model.Article;
import java.util.Arrays;
import java.util.List;

/**
 * The terms of an article in reading order: each word, the beginning of each long one, and each pair of neighbours, hashed
 * to a feature. Words are cut and folded here and not as the taggers do it: the file of a model stays valid when those
 * change.
 */
final class Terms {
    static final int BITS = 18;
    static final int FEATURES = 1 << BITS;

    /** Letters after which endings begin, more or less: "striker" and "strikes" share a feature. */
    private static final int BEGINNING = 5;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long WORD = 1;
    private static final long STEM = 2;
    private static final long PAIR = 3;

    private final List<FieldText> fields;
    private int size;
    private int[] features = new int[512];
    private short[] fieldOf = new short[512];
    private int[] starts = new int[512];
    private int[] ends = new int[512];

    private Terms(List<FieldText> fields) {
        this.fields = fields;
    }

    static Terms of(Article article) {
        Terms terms = new Terms(FieldText.of(article));
        for (int i = 0; i < Math.min(Short.MAX_VALUE, terms.fields.size()); i++) {
            terms.read((short) i);
        }
        return terms;
    }

    int size() {
        return size;
    }

    int feature(int term) {
        return features[term];
    }

    FieldText field(int term) {
        return fields.get(fieldOf[term]);
    }

    int start(int term) {
        return starts[term];
    }

    int end(int term) {
        return ends[term];
    }

    private void read(short field) {
        String text = fields.get(field).text();
        long before = 0;
        int startBefore = -1;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            long hash = WORD;
            long beginning = STEM;
            int length = 0;
            do {
                hash = (hash + Letters.fold(text.charAt(i))) * FACTOR;
                if (length++ < BEGINNING) {
                    beginning = (beginning + Letters.fold(text.charAt(i))) * FACTOR;
                }
                i++;
            } while (i < text.length() && continues(text, start, i));
            add(hash, field, start, i);
            if (length > BEGINNING) {
                add(beginning, field, start, i);
            }
            if (startBefore >= 0) {
                add((before * PAIR + hash) * FACTOR, field, startBefore, i);
            }
            before = hash;
            startBefore = start;
        }
    }

    /** An ideograph is a word by itself. */
    private static boolean continues(String text, int start, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c)
                && !Character.isIdeographic(c)
                && !Character.isIdeographic(text.charAt(start));
    }

    private void add(long hash, short field, int start, int end) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            fieldOf = Arrays.copyOf(fieldOf, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        features[size] = (int) (hash >>> (Long.SIZE - BITS));
        fieldOf[size] = field;
        starts[size] = start;
        ends[size] = end;
        size++;
    }
}
