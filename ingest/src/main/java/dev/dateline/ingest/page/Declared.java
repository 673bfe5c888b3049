package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The text that the markup itself gives (articleBody). It says which blocks are text and whether all of it was found; it
 * is no replacement, because it is often cut, and has neither headings nor paragraphs.
 */
final class Declared {
    private static final int SHORTEST = 200;
    private static final int LONGEST = 100_000;
    private static final int MOST_BLOCKS = 5_000;
    private static final int BEGINNING = 40;

    private final String text;
    private final BitSet matched;
    private final int matchedLetters;
    private final int letters;

    private Declared(String text, String letters, BitSet matched, int matchedLetters) {
        this.text = text;
        this.letters = letters.length();
        this.matched = matched;
        this.matchedLetters = matchedLetters;
    }

    /** @param text "" when the markup gives none */
    static Declared of(String text, Outline outline) {
        BitSet matched = new BitSet(outline.size());
        if (text.length() < SHORTEST) {
            return new Declared(null, "", matched, 0);
        }
        String letters = Headlines.letters(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        int sum = 0;
        for (int i = 0; i < Math.min(outline.size(), MOST_BLOCKS); i++) {
            String block = Headlines.letters(outline.blocks.get(i).text());
            if (block.length() >= BEGINNING / 2
                    && letters.contains(block.substring(0, Math.min(block.length(), 2 * BEGINNING)))) {
                matched.set(i);
                sum += block.length();
            }
        }
        return new Declared(text, letters, matched, sum);
    }

    /** Whether the page shows enough of it that it can tell what is text. */
    boolean isShown() {
        return text != null && matchedLetters > letters / 2;
    }

    /** Whether it holds a block, as far as it can tell. */
    boolean holds(int block) {
        return isShown() && matched.get(block);
    }

    /** Leaves out what stands before the first and behind the last block that it holds, when the page shows all of it. */
    void trim(BitSet body) {
        if (isShown() && matchedLetters >= 0.9 * letters && matchedLetters <= 1.3 * letters) {
            int first = matched.nextSetBit(0);
            body.clear(0, first);
            body.clear(matched.length(), Math.max(matched.length(), body.length()));
        }
    }

    /** The paragraphs to read instead of what was found, when that is not even half of it; else empty. */
    List<String> insteadOf(int found) {
        List<String> paragraphs = new ArrayList<>();
        if (text != null && found < text.length() / 2 && matchedLetters < letters / 2) {
            for (String line : text.split("\\R+|(?<=[.!?])\\h{2,}|(?i)</?p>|<br\\h*/?>")) {
                String paragraph = Values.plain(line);
                if (paragraph != null) {
                    paragraphs.add(paragraph);
                }
            }
        }
        return paragraphs;
    }
}
