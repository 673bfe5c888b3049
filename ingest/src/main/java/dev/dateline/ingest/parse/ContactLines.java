package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.PhraseList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lines below a story that tell how to reach its sender: a heading such as "Contacts" and what follows it. */
final class ContactLines {
    private static final Pattern HEADING = Pattern.compile(
            "(?i)(?:#+\\h*)?(?:(?:media|press|investor(?: relations)?|public relations|pr|news|editorial|company|further|for more|for further)\\h+)?"
                    + "(?:contacts?|contact details|contact information|information,? (?:please )?contact|kontakte?r?|kontaktpersoner|kontaktpersonen|"
                    + "ansprechpartner|pressekontakt|contactos?|contatti|contacts? presse|presskontakt|yhteystiedot|lisätietoja)\\b[^.]{0,60}:?");
    /** "UK Space Agency Contact: …". */
    private static final Pattern NAMED = Pattern.compile("(?i).{0,60}\\bcontacts?:");

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?”\"]$");
    private static final Pattern ADDRESS_OR_NUMBER = Pattern.compile("\\S*@\\S+|[+()\\d /.-]{7,}");

    /** One of these is in every line that HEADING or NAMED could find; a search for plain strings is quick. */
    private static final PhraseList WORDS =
            new PhraseList(List.of("contact", "kontakt", "contatti", "yhteystiedot", "lisätietoja", "ansprechpartner"));

    private static final int SHORT = 160;
    private static final int LONGEST = 2 * SHORT;
    /** Characters beside address and number that a line of contacts has at most. */
    private static final int MOST_ELSE = 25;

    private static final int MOST = 20;

    private ContactLines() {}

    /** Takes them off a body; a sentence that mentions an address stays, it is the story's. */
    static void remove(List<String> body) {
        BitSet contacts = new BitSet();
        for (int i = 0; i < body.size(); i++) {
            String line = body.get(i);
            boolean named = line.length() <= LONGEST && WORDS.firstIn(line) >= 0;
            if (named && line.length() <= SHORT && HEADING.matcher(line).matches() && isListOfContacts(body, i + 1)) {
                contacts.set(i);
                for (int end = Math.min(body.size(), i + 1 + MOST); i + 1 < end && isPartOfContact(body, i + 1); i++) {
                    contacts.set(i + 1);
                }
            } else if (i > 0 && isContact(line, named)) {
                contacts.set(i);
            }
        }
        if (!contacts.isEmpty()) {
            List<String> rest = IntStream.range(0, body.size())
                    .filter(i -> !contacts.get(i))
                    .mapToObj(body::get)
                    .toList();
            body.clear();
            body.addAll(rest);
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
    private static boolean isContact(String line, boolean named) {
        return mayBeContact(line, named)
                && Redaction.holdsContact(line)
                && (HEADING.matcher(line).lookingAt()
                        || NAMED.matcher(line).lookingAt()
                        || (line.indexOf('@') > 0 && !SENTENCE.matcher(line).matches())
                        || ADDRESS_OR_NUMBER.matcher(line).replaceAll("").length() <= MOST_ELSE);
    }

    /** What the expressions would say no to, told by a look at the characters; most lines are. */
    private static boolean mayBeContact(String line, boolean named) {
        return line.length() <= LONGEST && (named || line.length() <= 2 * MOST_ELSE || line.indexOf('@') > 0);
    }
}
