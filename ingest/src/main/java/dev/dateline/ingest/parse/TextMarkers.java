package dev.dateline.ingest.parse;

import dev.dateline.model.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines of their own above the headline by which the older formats say what becomes of a story: "2ND LEAD", "EXTRA",
 * "KILL KILL KILL". Upper case is required; sources: IPTC 7901, dpa and AP style manuals.
 */
final class TextMarkers {
    /** The first that fits counts. UNKNOWN stands for a marker that changes nothing. */
    private static final List<Map.Entry<Pattern, Signal>> LINES = List.of(
            line("\\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|LD|WRITETHRU|TAKE|ADD|INSERT|SUB)\\b.*", Signal.UPDATE),
            line(
                    "\\d{1,2}\\. ?(?:ZUSAMMENFASSUNG|ROUNDUP)\\b.*|ROUNDUP(?: \\d{1,2})?|ZUSAMMENFASSUNG(?: \\d{1,4})?|WRAP(?:UP)?",
                    Signal.SUMMARY),
            line("\\d{1,2}(?:ST|ND|RD|TH) (?:ROUNDUP|WRAP(?:UP)?)\\b.*", Signal.SUMMARY),
            line("\\d{1,2}(?:ST|ND|RD|TH) NET|NET|LEAD", Signal.UNKNOWN),
            line("EXTRA|URGENT|FLASH|BULLETIN|ALERT|EILMELDUNG|EIL|PRIORITY|BREAKING(?: NEWS)?|SNAP", Signal.ALERT),
            line(
                    "(?:BULLETIN )?(?:KILL|CANCEL)(?:[ -](?:KILL|CANCEL)){0,2}|BULLETIN ELIMINATION|STORY WITHDRAWN|WITHDRAWN|MANDATORY KILL|ANNULE[RZ]?|ANNULATION",
                    Signal.KILL),
            line("HOLD(?:[ -]HOLD){0,2}", Signal.HOLD),
            line("CORRECTION|CORRECTED|CORRECTIVE|CORRECTIF|BERICHTIGUNG|KORREKTUR|RECTIFICATIF", Signal.CORRECTION),
            line("REFILE|RE-?FILE|RESENDING(?: CORRECTED)?", Signal.REFILE),
            line("REPEAT(?:ING)?|RPT|WIEDERHOLUNG", Signal.REPEAT),
            line("ADVISORY|DIARY|DAYBOOK|VORSCHAU|NOTE TO EDITORS|ATTENTION EDITORS", Signal.ADVISORY));

    private TextMarkers() {}

    static boolean isMarker(String line) {
        return LINES.stream()
                .anyMatch(entry -> entry.getKey().matcher(line.strip()).matches());
    }

    /** What the line does with the story; empty for a marker without an effect and for any other line. */
    static Optional<Signal> signal(String line) {
        return LINES.stream()
                .filter(entry -> entry.getValue() != Signal.UNKNOWN
                        && entry.getKey().matcher(line.strip()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map.Entry<Pattern, Signal> line(String expression, Signal signal) {
        return Map.entry(Pattern.compile(expression), signal);
    }
}
