package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notebook that dpa puts below its copy: "# Notebook", then parts under "##" with links, notes and, after a rule and
 * a warning, contacts. Nothing of it is text of the story.
 *
 * @param copy lines of the story
 * @param notes what is said to editors, public as far as the notebook says so
 * @param change what changed, or null
 */
record Notebook(List<String> copy, List<String> notes, String change) {
    private static final Pattern BEGIN =
            Pattern.compile("#\\h*(?:dpa-)?(?:Notebook|Notizblock)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("##+\\h*(?<title>.+)");
    private static final Pattern NOTE =
            Pattern.compile("(?:note to editors|redaktionelle hinweise).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE =
            Pattern.compile("(?:correction|berichtigung|aktualisierung|update).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "(?:\\*\\h*){4,}|The following information is not .*|Die folgenden Informationen sind nicht .*");

    static Notebook of(List<String> lines) {
        int begin = 0;
        while (begin < lines.size() && !BEGIN.matcher(lines.get(begin).strip()).matches()) {
            begin++;
        }
        List<String> notes = new ArrayList<>();
        StringBuilder change = new StringBuilder();
        String part = "";
        for (String line : lines.subList(begin, lines.size())) {
            String clean = PlainText.clean(line);
            Matcher title = PART.matcher(clean);
            if (END.matcher(clean).matches()) {
                break;
            }
            if (title.matches()) {
                part = title.group("title");
            } else if (!clean.isEmpty() && NOTE.matcher(part).matches()) {
                notes.add(clean.replaceFirst("^-\\h*", ""));
            } else if (!clean.isEmpty() && CHANGE.matcher(part).matches()) {
                change.append(change.isEmpty() ? "" : " ").append(clean.replaceFirst("^-\\h*", ""));
            }
        }
        return new Notebook(lines.subList(0, begin), notes, PlainText.orNull(change.toString()));
    }
}
