package dev.dateline.ingest.parse;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text as a reader sees it: one kind of space, no invisible characters, entities resolved. */
final class PlainText {
    /** An entity that is still there after parsing was escaped twice: "o&amp;#39;clock". */
    private static final Pattern LEFT_OVER =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|lt|gt|nbsp|[a-zA-Z]{2,8});");

    private PlainText() {}

    /** One line without leading or trailing space. */
    static String clean(String text) {
        String resolved =
                text.indexOf('&') >= 0 && LEFT_OVER.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
        if (isClean(resolved)) {
            return resolved;
        }
        char[] chars = resolved.toCharArray();
        int length = 0;
        boolean space = false;
        for (char c : chars) {
            if (isSpace(c)) {
                space = length > 0;
            } else if (!isInvisible(c)) {
                if (space) {
                    chars[length++] = ' '; // never ahead of what is read: a space was
                    space = false;
                }
                chars[length++] = c;
            }
        }
        return new String(chars, 0, length);
    }

    /** Most text is; it is not copied. */
    private static boolean isClean(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7f) {
                space = false;
            } else if (c == ' ' ? space : isSpace(c) || isInvisible(c)) {
                return false;
            } else {
                space = c == ' ';
            }
        }
        return !space || text.isEmpty();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || (c >= 0x7f && (c <= 0xa0 || Character.isSpaceChar(c)));
    }

    private static boolean isInvisible(char c) {
        return c >= 0xad && (c == 0xad || c == 0x200b || c == 0x2060 || c >= 0xfffe || c == 0xfeff);
    }

    /** Whether {@link #clean} leaves nothing of a text; told by its first character that can be seen. */
    static boolean isEmpty(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c) && !isInvisible(c)) {
                return c == '&' && clean(text).isEmpty();
            }
        }
        return true;
    }

    /**
     * Whether a text is a number of the digits 0 to 9 and nothing else.
     *
     * @param text may be null
     * @param longest most digits, from 1
     */
    static boolean isNumber(String text, int longest) {
        if (text == null || text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #clean}, but null for what holds no text. */
    static String orNull(String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
