package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.PhraseList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not leave the restricted topics. A note is non-public by attribute, by role or by phrase; real files use
 * each without the others, so all three are checked.
 */
final class Redaction {
    private static final Set<String> PUBLIC = Set.of("public", "usable", "open");
    /** An address, or a number of seven digits and more that is written like a telephone's. */
    private static final Pattern CONTACT = Pattern.compile(
            "[\\w.+-]+@[\\w-]+\\.[\\w.-]+|(?<![\\p{L}\\d:/.-])(?:\\+|00)?\\(?\\d{2,6}\\)?(?:[ /.-]?\\d{2,}){2,}(?![\\p{L}\\d:-])"
                    + "|(?i:\\b(?:tel|phone|fax|telefon|mobile|handy|puh)\\b\\.?:? ?\\+?[\\d(])");

    private static final Pattern NOT_A_NUMBER_TO_CALL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{4}.*");

    private static final PhraseList TELEPHONE =
            new PhraseList(List.of("tel", "phone", "fax", "mobile", "handy", "puh"));

    /** Digits of the shortest number to call that counts. */
    private static final int SHORTEST_NUMBER = 5;

    private final Dialect dialect;
    private final Dialect general;

    Redaction(Dialect dialect, Dialect general) {
        this.dialect = dialect;
        this.general = general;
    }

    /** Whether attribute or role say that something is not public. */
    boolean isNonPublic(XmlElement element) {
        String constraint = element.attribute("pubconstraint");
        if (constraint != null && !PUBLIC.contains(code(constraint))) {
            return true;
        }
        return isNonPublicRole(element.attribute("role")) || isNonPublicRole(element.attribute("rendition"));
    }

    private boolean isNonPublicRole(String role) {
        return role != null && (isListed(role, dialect) || isListed(role, general));
    }

    private static boolean isListed(String role, Dialect dialect) {
        return dialect.nonPublicRoles().contains(role)
                || dialect.nonPublicRoles().contains(code(role));
    }

    /** The public part of a note to editors, or null: nothing from a phrase on, and none that tells how to reach somebody. */
    String publicNote(String note) {
        String open = publicPart(note);
        return open == null || holdsContact(open) ? null : open;
    }

    /** Whether a text tells how to reach somebody by mail or telephone. */
    static boolean holdsContact(String text) {
        if (mayHoldContact(text)) {
            for (Matcher contact = CONTACT.matcher(text); contact.find(); ) {
                if (!NOT_A_NUMBER_TO_CALL.matcher(contact.group()).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The public part of a text for readers, or null: nothing from a phrase on. */
    String publicPart(String text) {
        String clean = PlainText.orNull(text);
        int cut = clean == null ? -1 : phraseIn(clean);
        return cut < 0 ? clean : PlainText.orNull(clean.substring(0, cut));
    }

    /** The paragraphs of a body up to the one that says that what follows is not for publication. */
    List<String> publicParagraphs(List<String> paragraphs) {
        List<String> open = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (phraseIn(paragraph) >= 0) {
                return open;
            }
            open.add(paragraph);
        }
        return open;
    }

    /** An address has an at sign, a number has digits; most text has too few, and the expression is dear. */
    static boolean mayHoldContact(String text) {
        int digits = 0;
        int together = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                together++;
                most = Math.max(most, together);
            } else if (c == '@') {
                return true;
            } else if (!joinsDigits(c)) {
                together = 0;
            }
        }
        return most >= SHORTEST_NUMBER || digits >= SHORTEST_NUMBER && TELEPHONE.firstIn(text) >= 0;
    }

    /** What stands between the digits of a telephone number: space, point, slash, hyphen, parentheses, plus. */
    private static boolean joinsDigits(char c) {
        return c == ' ' || c >= '(' && c <= '/' && c != '*' && c != ',';
    }

    private int phraseIn(String text) {
        int one = dialect.nonPublicPhrases().firstIn(text);
        int other = dialect == general ? one : general.nonPublicPhrases().firstIn(text);
        return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private static String code(String qcode) {
        return qcode.substring(qcode.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
