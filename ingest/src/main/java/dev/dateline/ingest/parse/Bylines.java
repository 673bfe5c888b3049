package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writers out of a byline: "By Andrew Gray and Yuliia Dysa" names two. */
final class Bylines {
    private static final Pattern BY =
            Pattern.compile("^(?:by|von|par|por|av|door|di|da|text|words)\\b:?\\h+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\h+(?:and|und|et|y|och|og|e|en|&|ja)\\h+|\\h*;\\h*");
    private static final Pattern AGENCY = Pattern.compile(
            "(?i)(?:dpa|ap|afp|reuters|efe|ansa|tt|ntb|stt|associated press|the associated press|bloomberg|aap|upi|pa|press association|pa media|australian associated press|the canadian press|canadian press|agence france-presse|agencia efe|kyodo|belga|anp|ritzau|apa)"
                    + "(?:[-/](?:dpa|ap|afp|reuters|tt|korr|video|photo))*");
    private static final Pattern AGENCY_AT_END = Pattern.compile("\\h*/\\h*" + AGENCY + "$");
    private static final Pattern END = Pattern.compile("[\\h=,.:;–-]+$");
    private static final Pattern AFFILIATION = Pattern.compile(
            "(?i).*\\b(?:university|institute|college|school|writer|correspondent|editor|reporter|korrespondent|"
                    + "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\b.*|.*\\d.*|.*@.*");
    private static final Pattern NAME_LINE = Pattern.compile(
            "(?:By|BY|by|Von|Par|Por|Av) (?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|de|del|van|von|der|den|du|la|le|al|el|bin|ben|da|dos|di|&|,)"
                    + "(?:,? (?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|de|del|van|von|der|den|du|la|le|al|el|bin|ben|da|dos|di|&|in|for|in)){0,14},?(?: =)?");

    private Bylines() {}

    /** The names in one or several bylines as sent, without "by", agencies and affiliations; no name twice. */
    static List<String> of(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            String text = BY.matcher(PlainText.clean(line)).replaceFirst("");
            for (String part : AND.split(text)) {
                String[] pieces = part.split(",");
                for (String piece : pieces) {
                    String person = AGENCY_AT_END.matcher(piece.strip()).replaceFirst("");
                    String name = END.matcher(person).replaceFirst("").strip();
                    boolean extra =
                            pieces.length > 1 && AFFILIATION.matcher(name).matches();
                    if (!name.isEmpty()
                            && !(pieces.length > 1 && AGENCY.matcher(name).matches())
                            && !extra
                            && !names.contains(name)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** Whether a line where a byline belongs begins like one, whatever titles and agencies follow the names. */
    static boolean startsLikeByline(String line) {
        return line.length() <= 140 && BY.matcher(line).find() && !line.endsWith(".");
    }

    /** Whether a line of a body or page is a byline and nothing else: "By" and names, no sentence. */
    static boolean isByline(String line) {
        return line.length() <= 140 && NAME_LINE.matcher(line).matches();
    }
}
