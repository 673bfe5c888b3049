package dev.dateline.ingest.parse;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An embargo that the older formats put into words: "EMBARGOED UNTIL …", "Sperrfrist: …", "HOLD FOR RELEASE", and in AP's
 * keywords "Adv25", an advance for the 25th. Where no time can be read it lasts until further notice: too late is mended,
 * too early is not.
 */
final class TextEmbargo {
    /** The word alone, with a colon, a date or "until": "Embargo on oil extended" is a headline. */
    private static final Pattern LINE = Pattern.compile(
            "\\W{0,3}(?:(?:EMBARGO(?:ED)?|Embargo(?:ed)?|SPERRFRIST|Sperrfrist|HFR)(?=\\h*(?::|\\d|\\W{0,3}$)|\\h+(?i:until|till|bis)\\b)"
                    + "|HOLD FOR RELEASE\\b|NOT FOR RELEASE BEFORE\\b)(?<until>.*)");

    private static final Pattern ADVANCE = Pattern.compile("[,\\h-]Adv\\.?\\h?(?<day>\\d{1,2})\\b");
    private static final Pattern TIME = Pattern.compile(
            "\\d{2}\\.\\d{2}\\.\\d{4}(?:[ T]\\d{2}:\\d{2})?|\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?");

    private TextEmbargo() {}

    /** The end of the embargo of which a line speaks, the line itself where no time can be read; empty for other lines. */
    static Optional<String> of(String line) {
        Matcher embargo = LINE.matcher(line.strip());
        if (!embargo.matches()) {
            return Optional.empty();
        }
        Matcher time = TIME.matcher(embargo.group("until"));
        return Optional.of(time.find() ? time.group() : line.strip());
    }

    /** The day of an advance in a slug: the nearest such day that is not before the message's. */
    static Optional<String> ofSlug(String slugline, LocalDate day) {
        Matcher advance = ADVANCE.matcher(slugline);
        if (!advance.find()) {
            return Optional.empty();
        }
        int wanted = Integer.parseInt(advance.group("day"));
        return IntStream.range(0, 62)
                .mapToObj(day::plusDays)
                .filter(one -> one.getDayOfMonth() == wanted)
                .findFirst()
                .map(LocalDate::toString)
                .or(() -> Optional.of(advance.group()));
    }
}
