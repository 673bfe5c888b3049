package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /** Digits of the shortest number to call that counts. */
    private static final int SHORTEST_NUMBER = 5;

    private final Set<String> roles;
    private final List<String> phrases;

    Redaction(Dialect dialect, Dialect general) {
        Set<String> all = new HashSet<>(dialect.nonPublicRoles());
        all.addAll(general.nonPublicRoles());
        this.roles = Set.copyOf(all);
        List<String> texts = new ArrayList<>(dialect.nonPublicPhrases());
        texts.addAll(general.nonPublicPhrases());
        this.phrases = List.copyOf(texts);
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
        return role != null && (roles.contains(role) || roles.contains(code(role)));
    }

    /** The public part of a note to editors, or null: nothing from a phrase on, and none that tells how to reach somebody. */
    String publicNote(String note) {
        String open = publicPart(note);
        return open == null || holdsContact(open) ? null : open;
    }

    /** Whether a text tells how to reach somebody by mail or telephone. */
    static boolean holdsContact(String text) {
        return mayHoldContact(text)
                && CONTACT.matcher(text).results().anyMatch(hit -> !NOT_A_NUMBER_TO_CALL
                        .matcher(hit.group())
                        .matches());
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits >= SHORTEST_NUMBER;
    }

    private int phraseIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = -1;
        for (String phrase : phrases) { // a stream here took a seventh of a document's time
            int at = lower.indexOf(phrase);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    private static String code(String qcode) {
        return qcode.substring(qcode.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
