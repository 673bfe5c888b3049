package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short lines at the end of a page's text that say whose it is. */
final class PageCredit {
    private static final int MAX_LENGTH = 120;
    private static final Pattern AGENCY = Pattern.compile(
            "(?i).*\\b(?:reuters|bloomberg|afp|ap|associated press|agence france-presse|dpa|efe|xinhua|sapa|financial times|"
                    + "ft|new york times|washington post|the times|guardian|groundup|ana|agency|news service|staff writers?|"
                    + "businesslive|timeslive|sowetanlive|business day|sunday times|daily dispatch|the herald|sowetan|financial mail|"
                    + "conversation|project syndicate|economist)\\b.*");
    private static final Pattern REPORTING = Pattern.compile(
            "(?i)(?:with |additional )?(?:reporting|writing|editing)\\b.*|with \\p{Lu}.*|compiled by .*|©.*|copyright .*");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?…:;”\"]");

    private PageCredit() {}

    /** Takes the credit off the end of a body; several lines are joined. */
    static Optional<String> take(List<String> body) {
        List<String> credits = new ArrayList<>();
        while (!body.isEmpty() && body.size() > 1 && isCredit(body.get(body.size() - 1))) {
            String line = body.remove(body.size() - 1);
            if (!ADDRESS.matcher(line).matches()) {
                credits.add(line.replaceAll("^[/\\h]+|[\\h.]+$", ""));
            }
        }
        Collections.reverse(credits);
        return credits.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", credits));
    }

    private static boolean isCredit(String line) {
        if (line.length() > MAX_LENGTH) {
            return false;
        }
        if (ADDRESS.matcher(line).matches() || REPORTING.matcher(line).matches()) {
            return true;
        }
        int words = line.split(" ").length;
        return AGENCY.matcher(line).matches()
                && words <= 8
                && (!SENTENCE.matcher(line).matches() || words <= 4);
    }
}
