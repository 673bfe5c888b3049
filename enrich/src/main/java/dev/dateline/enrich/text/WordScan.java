package dev.dateline.enrich.text;

/**
 * Cuts a text into words and looks each of them up, letter by letter in one go: a text is read once for all taggers, and
 * nothing else that they do touches every letter.
 */
final class WordScan {
    private static final char FIRST_IDEOGRAPH = '\u3000';
    private static final char FIRST_KATAKANA = '\u30A0';
    private static final char LAST_KATAKANA = '\u30FF';
    private static final int ASCII = 128;
    /** What a letter adds to the count of capitals (upper half) and of small letters (lower half); of ASCII alone. */
    private static final long[] CASES = new long[ASCII];

    private static final boolean[] IN_WORDS = new boolean[ASCII];
    private static final long CAPITAL = 1L << Integer.SIZE;
    private static final long SMALL = 1;

    static {
        for (char c = 0; c < ASCII; c++) {
            IN_WORDS[c] = Character.isLetterOrDigit(c);
            CASES[c] = cases(c);
        }
    }

    private final char[] text;
    private final Words known;
    private long cases;
    private int start;
    private int end;
    private int word;
    private int stem;

    WordScan(char[] text, Words known) {
        this.text = text;
        this.known = known;
    }

    /** Goes to the next word; false when there is none. */
    boolean next() {
        start = end;
        while (start < text.length && !isInWords(text[start])) {
            start++;
        }
        if (start == text.length) {
            return false;
        }
        end = endOfInitials();
        if (end == start && isIdeograph(text[start])) {
            end = start + 1;
        }
        read();
        return true;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Number of the word, {@link Words#UNKNOWN} for one that no rule knows. */
    int word() {
        return word;
    }

    /** Number of the longest known stem of the word, or {@link Words#UNKNOWN}. */
    int stem() {
        return stem;
    }

    /** Whether nearly all letters so far are capitals. */
    boolean shouting() {
        return cases >>> Integer.SIZE > 4 * (cases & 0xFFFFFFFFL);
    }

    /** Reads up to the end where that is known already, else to the last letter of the word. */
    private void read() {
        boolean isEndKnown = end > start;
        int limit = isEndKnown ? end : text.length;
        boolean katakana = isKatakana(text[start]);
        long hash = 0;
        int letters = 0;
        int longestStem = Integer.MAX_VALUE;
        stem = Words.UNKNOWN;
        int i = start;
        for (; i < limit; i++) {
            char c = text[i];
            if (c < ASCII) {
                if (c == '.' && isEndKnown) {
                    continue;
                }
                if (!IN_WORDS[c] || katakana) {
                    break;
                }
                cases += CASES[c];
            } else if (!isEndKnown && (!Character.isLetterOrDigit(c) || isIdeograph(c) || isKatakana(c) != katakana)) {
                break;
            } else {
                cases += cases(c);
            }
            hash = WordTable.hash(hash, Folding.fold(c));
            letters++;
            if (letters <= longestStem) {
                longestStem = lookForStem(hash, letters) ? longestStem : letters;
            }
        }
        end = i;
        word = known.word(hash);
    }

    /** Takes the stem that ends here if there is one; false when none goes on from here. */
    private boolean lookForStem(long hash, int letters) {
        int longer = known.stem(hash, letters);
        stem = longer == Words.UNKNOWN ? stem : longer;
        return known.stemsGoOn(hash, letters);
    }

    /** End of "U.S." or "N.Y.", or the start when there are no initials here. */
    private int endOfInitials() {
        int after = start;
        while (after + 1 < text.length && text[after + 1] == '.' && Character.isLetter(text[after])) {
            after += 2;
        }
        boolean wordFollows = after < text.length && isInWords(text[after]);
        return after - start >= 4 && !wordFollows ? after : start;
    }

    private static long cases(char c) {
        return (Character.isUpperCase(c) ? CAPITAL : 0) + (Character.isLowerCase(c) ? SMALL : 0);
    }

    private static boolean isInWords(char c) {
        return c < ASCII ? IN_WORDS[c] : Character.isLetterOrDigit(c);
    }

    /** Japanese writes foreign names in these letters, and what follows them in others, without a space. */
    private static boolean isKatakana(char c) {
        return c >= FIRST_KATAKANA && c <= LAST_KATAKANA;
    }

    private static boolean isIdeograph(char c) {
        return c >= FIRST_IDEOGRAPH && Character.isIdeographic(c);
    }
}
