package dev.dateline.ingest.parse;

import java.util.regex.Pattern;

/** Says what plain text seems to be that is no copy. */
final class PlainTextKinds {
    private static final Pattern TICKER = Pattern.compile("(?s).{3,200} \\*\\* .{3,200} \\*\\* .*");
    private static final Pattern RACING = Pattern.compile(
            "(?is).{0,400}(?:\\bPL\\|DOG\\||\\bTAB\\b.{0,80}\\bfav\\b|\\bTrainer:|\\u001f\\d\\u001fN\\u001f|\\b\\d{3,4}m:).*");
    private static final Pattern WEATHER = Pattern.compile("(?s)\\s*ID[A-Z]\\d{5}.*");

    private PlainTextKinds() {}

    static String describe(String text) {
        String head = text.substring(0, Math.min(text.length(), 2000));
        if (RACING.matcher(head).matches()) {
            return "a table of racing data, not an article; leave such files out with the source's include setting";
        }
        if (TICKER.matcher(head).matches()) {
            return "a ticker of headlines, not an article; take the stories themselves";
        }
        if (WEATHER.matcher(head).matches()) {
            return "a weather bulletin in codes, not an article; leave such files out with the source's include setting";
        }
        return "plain text in no layout that is known: neither IPTC 7901, ANPA 1312, an e-mail, framed wire copy nor a press"
                + " release, no agency's lead-in (\"BRUSSELS, Oct 28 (Reuters) - \") in its first lines, and no line such"
                + " as \"28 October 2024 - 15:39\" below a headline, as pages have";
    }
}
