package dev.dateline.ingest.parse;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says what plain text seems to be that is not read. */
final class PlainTextKinds {
    private static final Pattern MAIL = Pattern.compile("(?is)\\A(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){2,}.*");
    private static final Pattern ANPA = Pattern.compile("(?s).{0,40}\\x16\\x16\\x01.*");

    private PlainTextKinds() {}

    static String describe(String text) {
        String head = text.substring(0, Math.min(text.length(), 2000));
        if (ANPA.matcher(head).matches()) {
            return "ANPA 1312 is not read yet; ask the sender for NewsML-G2 or ninjs";
        }
        if (head.indexOf('\u0001') >= 0 && head.indexOf('\u0001') < 400) {
            return "IPTC 7901 is not read yet; ask the sender for NewsML-G2 or ninjs";
        }
        if (MAIL.matcher(head.replace("\r", "")).matches()
                && head.toLowerCase(Locale.ROOT).contains("subject:")) {
            return "an e-mail is not read yet";
        }
        return "plain text in no layout that is known; the text of a news page has a line such as \"28 October 2024 - 15:39\" below its headline";
    }
}
