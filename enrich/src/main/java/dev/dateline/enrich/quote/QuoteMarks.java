package dev.dateline.enrich.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs the quotation marks of one text, in one pass: curly and straight, double and single, low and high, guillemets in
 * both directions. Of nested pairs the outermost counts. Apostrophes, inch marks and marks without a partner are none.
 */
final class QuoteMarks {
    private static final String MARKS = "\"“”„«»‹›‘‚'`";
    private static final int DEEPEST = 8;

    private final String text;
    private final MarkContext around;
    private final int most;
    private final List<Pair> pairs = new ArrayList<>();
    private final char[] openKinds = new char[DEEPEST];
    private final int[] openAt = new int[DEEPEST];
    private int depth;

    private QuoteMarks(String text, int most) {
        this.text = text;
        this.around = new MarkContext(text);
        this.most = most;
    }

    /**
     * What stands between two marks.
     *
     * @param open where the opening mark stands
     * @param start the first character within, blanks left out
     * @param end one past the last character within, blanks left out
     * @param after one past the closing mark; the end of the paragraph without one
     * @param isClosed false when the paragraph ends before the quotation does
     */
    record Pair(int open, int start, int end, int after, boolean isClosed) {}

    /** True when the text has any mark that may begin a quotation, apostrophes included. */
    static boolean mayBeIn(String text) {
        for (int i = 0; i < MARKS.length(); i++) {
            if (text.indexOf(MARKS.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The first outermost pairs of a text, from left to right. */
    static List<Pair> read(String text, int most) {
        QuoteMarks marks = new QuoteMarks(text, most);
        marks.read();
        return marks.pairs;
    }

    /** The kind of mark that a text begins with, 0 for none: a quotation that goes on repeats it on each paragraph. */
    static char first(String text) {
        char c = text.isEmpty() ? 0 : text.charAt(0);
        return c != '\'' && MARKS.indexOf(c) >= 0 ? c : 0;
    }

    private void read() {
        for (int i = 0; i < text.length() && pairs.size() < most; i++) {
            char c = text.charAt(i);
            if (c < 128 ? c == '"' || c == '\'' || c == '`' : c == '’' || MARKS.indexOf(c) >= 0) {
                i += mark(c, i) - 1;
            }
        }
        boolean holdsPair = depth > 0
                && !pairs.isEmpty()
                && pairs.get(pairs.size() - 1).open() > openAt[0]
                && isDouble(text.charAt(pairs.get(pairs.size() - 1).open()));
        if (depth > 0 && isDouble(openKinds[0]) && !holdsPair && pairs.size() < most) {
            close(0, text.length(), text.length(), false);
        }
    }

    /** Takes a mark; returns its length. */
    private int mark(char c, int at) {
        switch (c) {
            case '"' -> straight(at, 1);
            case '`' -> {
                if (around.charAt(at + 1) == '`') {
                    open('`', at);
                    return 2;
                }
            }
            case '\'' -> {
                if (around.charAt(at + 1) == '\'') {
                    straight(at, 2);
                    return 2;
                }
                single(c, at);
            }
            case '’' -> single(c, at);
            case '‘' -> {
                int low = innermost("‚");
                if (low >= 0 && !around.isSpace(at - 1)) {
                    close(low, at, at + 1, true);
                } else {
                    open(c, at);
                }
            }
            case '“' -> upperLeft(at);
            case '”' -> {
                if (!closes("“„”\"", at) && around.mayOpen(at, 1)) {
                    open(c, at);
                }
            }
            case '„', '‚' -> open(c, at);
            default -> guillemet(c, at);
        }
        return 1;
    }

    /** “ opens in English and closes in German. */
    private void upperLeft(int at) {
        boolean closesOnly = !around.mayOpen(at, 1) && around.mayClose(at, 1);
        if (innermost("„") >= 0 && !around.isSpace(at - 1) || closesOnly) {
            closes("„“", at);
        } else {
            open('“', at);
        }
    }

    private void guillemet(char c, int at) {
        boolean isLeft = c == '«' || c == '‹';
        String partner = c == '»' ? "«" : c == '«' ? "»" : c == '›' ? "‹" : "›";
        boolean mayClose = !isLeft || !around.isSpace(at - 1);
        if ((!mayClose || !closes(partner, at)) && (isLeft || around.mayOpen(at, 1))) {
            open(c, at);
        }
    }

    /** A mark that looks the same on both sides. */
    private void straight(int at, int length) {
        int level = innermost(length == 2 ? "\"`" : "\"“„");
        boolean mayOpen = around.mayOpen(at, length);
        boolean mayClose = around.mayClose(at, length);
        if (level >= 0
                && (mayClose || (!mayOpen && around.isPunctuation(at - 1)))
                && (!mayOpen || openKinds[level] == '"')) {
            if (!around.isInch(at)) {
                close(level, at, at + length, true);
            }
        } else if (mayOpen) {
            open('"', at);
        }
    }

    private void single(char c, int at) {
        boolean inWord =
                Character.isLetterOrDigit(around.charAt(at - 1)) && Character.isLetterOrDigit(around.charAt(at + 1));
        int level = innermost(c == '’' ? "‘‚" : "'‘");
        if (inWord) {
            return;
        }
        if (level >= 0 && around.mayClose(at, 1)) {
            if (!around.isPossessive(at, c)) {
                closeSingle(level, at);
            }
        } else if (c == '\'' && around.mayOpen(at, 1) && !around.isElision(at)) {
            open(c, at);
        }
    }

    /** A pair of apostrophes around double marks is more likely none, unless a sentence ends with it. */
    private void closeSingle(int level, int at) {
        boolean enclosesPairs = !pairs.isEmpty() && pairs.get(pairs.size() - 1).open() > openAt[level];
        if (enclosesPairs && openKinds[level] == '\'' && !around.isPunctuation(at - 1)) {
            depth = level;
        } else {
            close(level, at, at + 1, true);
        }
    }

    private boolean closes(String kinds, int at) {
        int level = innermost(kinds);
        if (level >= 0) {
            close(level, at, at + 1, true);
        }
        return level >= 0;
    }

    private void open(char kind, int at) {
        int same = kind == '«' || kind == '‹' ? -1 : innermost(String.valueOf(kind));
        if (same >= 0) {
            boolean onNextLine = same == 0 && isDouble(kind) && around.lineBegins(at);
            if (onNextLine) {
                close(0, at, at, false);
            }
            depth = same;
        }
        if (depth < DEEPEST) {
            openKinds[depth] = kind;
            openAt[depth++] = at;
        }
    }

    private void close(int level, int at, int after, boolean isClosed) {
        int open = openAt[level];
        depth = level;
        while (!pairs.isEmpty() && pairs.get(pairs.size() - 1).open() > open) {
            pairs.remove(pairs.size() - 1);
        }
        int start = open + (openKinds[level] == '`' || text.startsWith("''", open) ? 2 : 1);
        int end = at;
        while (start < end && around.isSpace(start)) {
            start++;
        }
        while (end > start && around.isSpace(end - 1)) {
            end--;
        }
        if (start < end) {
            pairs.add(new Pair(open, start, end, after, isClosed));
        }
    }

    private int innermost(String kinds) {
        for (int level = depth - 1; level >= 0; level--) {
            if (kinds.indexOf(openKinds[level]) >= 0) {
                return level;
            }
        }
        return -1;
    }

    private static boolean isDouble(char kind) {
        return "\"“„«»”`".indexOf(kind) >= 0;
    }
}
