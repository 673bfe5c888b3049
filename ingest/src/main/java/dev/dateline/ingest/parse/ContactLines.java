package dev.dateline.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;

/** Lines below a story that tell how to reach its sender: a heading such as "Contacts" and what follows it. */
final class ContactLines {
    private static final Pattern HEADING = Pattern.compile(
            "(?i)(?:#+\\h*)?(?:(?:media|press|investor(?: relations)?|public relations|pr|news|editorial|company|further|for more|for further)\\h+)?"
                    + "(?:contacts?|contact details|contact information|information,? (?:please )?contact|kontakte?r?|kontaktpersoner|kontaktpersonen|"
                    + "ansprechpartner|pressekontakt|contactos?|contatti|contacts? presse|presskontakt|yhteystiedot|lisätietoja)\\b[^.]{0,60}:?");
    /** "UK Space Agency Contact: …". */
    private static final Pattern NAMED = Pattern.compile("(?i).{0,60}\\bcontacts?:");

    private static final Pattern WORD = Pattern.compile(
            "onta[ck]t|onta[ck]to|nformation|yhteystiedot|lisätietoja|ansprechpartner", Pattern.CASE_INSENSITIVE);

    private static final int SHORT = 160;
    /** Characters beside address and number that a line of contacts has at most. */
    private static final int MOST_ELSE = 25;

    private static final int MOST = 20;

    private ContactLines() {}

    /** Takes them off a body; a sentence that mentions an address stays, it is the story's. */
    static void remove(List<String> body) {
        for (int i = 0; i < body.size(); ) {
            String line = body.get(i);
            if (line.length() <= SHORT && HEADING.matcher(line).matches() && isListOfContacts(body, i + 1)) {
                body.remove(i);
                for (int n = 0; n < MOST && i < body.size() && isPartOfContact(body, i); n++) {
                    body.remove(i);
                }
            } else if (i > 0 && isContact(line)) {
                body.remove(i);
            } else {
                i++;
            }
        }
    }

    private static boolean isListOfContacts(List<String> body, int from) {
        return body.subList(from, Math.min(body.size(), from + 6)).stream().anyMatch(Redaction::holdsContact);
    }

    /** Names, titles and numbers under the heading; the next sentence or heading without any ends them. */
    private static boolean isPartOfContact(List<String> body, int at) {
        String line = body.get(at);
        return Redaction.holdsContact(line)
                || line.length() <= 80 && !line.endsWith(".") && isListOfContacts(body, at + 1);
    }

    /** A short line that is mostly an address or number, or that calls itself a contact. */
    private static boolean isContact(String line) {
        return mayBeContact(line)
                && Redaction.holdsContact(line)
                && (HEADING.matcher(line).lookingAt()
                        || NAMED.matcher(line).lookingAt()
                        || (line.indexOf('@') > 0 && !line.matches(".*[.!?”\"]$"))
                        || line.replaceAll("\\S*@\\S+|[+()\\d /.-]{7,}", "").length() <= MOST_ELSE);
    }

    /** What the expressions would say no to; most lines are told by this alone. */
    private static boolean mayBeContact(String line) {
        return line.length() <= 2 * SHORT
                && (line.length() <= 2 * MOST_ELSE
                        || line.indexOf('@') > 0
                        || WORD.matcher(line).find());
    }
}
