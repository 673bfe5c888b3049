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
    /** A number of six digits and more that is written like a telephone's, or is called one. */
    private static final String NUMBER =
            "(?<![\\p{L}\\d:/.-])(?:\\+|00)?\\(?\\d{2,6}\\)?(?:[ /.-]?\\d{2,}){2,}(?![\\p{L}\\d:-])"
                    + "|(?i:\\b(?:tel|phone|fax|telefon|mobile|handy|puh)\\b\\.?:? ?\\+?[\\d(])";

    private static final Pattern CONTACT = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+|" + NUMBER);
    /** For the many lines without an at sign: that no word is an address takes the longest to find out. */
    private static final Pattern CONTACT_WITHOUT_ADDRESS = Pattern.compile(NUMBER);

    private static final Pattern NOT_A_NUMBER_TO_CALL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{4}.*");

    private static final PhraseList TELEPHONE =
            new PhraseList(List.of("tel", "phone", "fax", "mobile", "handy", "puh"));

    /** Digits of the shortest number that is written like one to call. */
    private static final int SHORTEST_NUMBER = 6;
    /** Digits of a text that calls one of its numbers so. */
    private static final int SHORTEST_NUMBER_OF_A_TELEPHONE = 5;
    /** From one group of digits to the next: a parenthesis and a space or hyphen between them. */
    private static final int CLOSE = 3;

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
            Pattern expression = text.indexOf('@') < 0 ? CONTACT_WITHOUT_ADDRESS : CONTACT;
            for (Matcher contact = expression.matcher(text); contact.find(); ) {
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

    /**
     * An address has an at sign, a number has groups of two digits and more that stand close together; most text has
     * neither, and the expression is dear.
     */
    private static boolean mayHoldContact(String text) {
        int digits = 0;
        int together = 0;
        int lastDigit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            if (c >= '0' && c <= '9') {
                int end = endOfDigits(text, i);
                together = end - i < 2 ? 0 : end - i + (i - lastDigit <= CLOSE ? together : 0);
                digits += end - i;
                lastDigit = end - 1;
                i = lastDigit;
                if (together >= SHORTEST_NUMBER) {
                    return true;
                }
            }
        }
        return digits >= SHORTEST_NUMBER_OF_A_TELEPHONE && TELEPHONE.firstIn(text) >= 0;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
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
