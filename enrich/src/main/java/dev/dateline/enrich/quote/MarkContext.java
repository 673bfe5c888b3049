package dev.dateline.enrich.quote;

/** What stands around a mark tells whether it may open or close a quotation, or is no quotation mark at all. */
final class MarkContext {
    private static final String ELISIONS = "tis twas em til cause n bout round";
    /** Characters within which another mark is looked for that would close better. */
    private static final int REACH = 300;

    private final String text;

    MarkContext(String text) {
        this.text = text;
    }

    /** True for the mark after a figure when the next mark closes what is open. */
    boolean isInch(int at) {
        if (!Character.isDigit(charAt(at - 1))) {
            return false;
        }
        int next = text.indexOf(text.charAt(at), at + 1);
        return next > 0 && next - at < REACH && !mayOpen(next, 1) && mayClose(next, 1);
    }

    /** "the boys' toys": an s before it, a word after it, and a better mark to close with further on. */
    boolean isPossessive(int at, char c) {
        if (charAt(at - 1) != 's' || charAt(at + 1) != ' ' || !Character.isLetter(charAt(at + 2))) {
            return false;
        }
        for (int i = at + 1; i < Math.min(text.length(), at + REACH); i++) {
            if (text.charAt(i) == c && mayClose(i, 1)) {
                return true;
            }
            if (mayOpen(i, 1) && text.charAt(i) == (c == '’' ? '‘' : c)) {
                return false;
            }
        }
        return false;
    }

    /** "'tis", "'90s": the apostrophe stands for letters or figures that are left out. */
    boolean isElision(int at) {
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Character.isDigit(charAt(at + 1))
                || (end > at + 1 && (" " + ELISIONS + " ").contains(" " + text.substring(at + 1, end) + " "));
    }

    /** Whether nothing but blanks stands before it in a line that is not the first. */
    boolean lineBegins(int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && text.charAt(before) == '\n';
    }

    /** A blank or the like before it, and a word behind it. */
    boolean mayOpen(int at, int length) {
        boolean free = at == 0 || isSpace(at - 1) || "([{<-–—/:…“‘„‚«»\"'’".indexOf(text.charAt(at - 1)) >= 0;
        char next = charAt(at + length);
        return free && next != 0 && !isSpace(at + length) && ".,;:!?)]}".indexOf(next) < 0;
    }

    /** A word or a stop before it, and none behind it. */
    boolean mayClose(int at, int length) {
        char next = charAt(at + length);
        boolean free = next == 0 || !Character.isLetterOrDigit(next);
        return at > 0 && free && (!isSpace(at - 1) || (next != 0 && ".,;:!? \n".indexOf(next) >= 0));
    }

    boolean isPunctuation(int at) {
        return ".,!?…;:-–—”\"".indexOf(charAt(at)) >= 0;
    }

    boolean isSpace(int at) {
        char c = charAt(at);
        return c == ' ' || c == '\n' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t';
    }

    /** The character there, 0 beyond the ends. */
    char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : 0;
    }
}
