package dev.dateline.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as wires write it, with the offset in which it was written.
 *
 * @param instant the moment
 * @param offset offset as written, or that of the dialect's zone when none was
 */
record WireTime(Instant instant, ZoneOffset offset) {
    /** ISO 8601 with and without separators, a space for the T, no zone, "+0100", " GMT+00:00", or a date alone. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?<year>\\d{4})(?:-?(?<month>\\d{2})(?:-?(?<day>\\d{2}))?)?"
                    + "(?:[T ]\\s*(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
                    + "\\s*(?:(?<utc>Z|UTC|GMT)?\\s*(?:(?<sign>[+-])(?<offsethour>\\d{2}):?(?<offsetminute>\\d{2})?)?))?",
            Pattern.CASE_INSENSITIVE);

    /** "28.09.2018 11:45", as northern Europe writes it; dots leave no doubt that the day comes first. */
    private static final Pattern DAY_FIRST = Pattern.compile("^(\\d{2})\\.(\\d{2})\\.(\\d{4})(?=[T ]|$)");

    /** Reads a time; empty when it is none. */
    static Optional<WireTime> parse(String text, ZoneId zoneOfLocalTimes) {
        String written = text.strip();
        Matcher shape = SHAPE.matcher(
                written.indexOf('.') == 2 ? DAY_FIRST.matcher(written).replaceFirst("$3-$2-$1") : written);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            // ISO 8601 calls midnight at the end of a day 24:00
            boolean endOfDay = number(shape, "hour", 0) == 24;
            LocalDateTime local = LocalDateTime.of(
                    number(shape, "year", 0),
                    number(shape, "month", 1),
                    number(shape, "day", 1),
                    endOfDay ? 0 : number(shape, "hour", 0),
                    number(shape, "minute", 0),
                    Math.min(number(shape, "second", 0), 59),
                    nanos(shape.group("fraction")));
            LocalDateTime day = endOfDay ? local.plusDays(1) : local;
            ZoneOffset offset =
                    offset(shape).orElseGet(() -> zoneOfLocalTimes.getRules().getOffset(day));
            return Optional.of(new WireTime(day.toInstant(offset), offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(Matcher shape) {
        if (shape.group("sign") != null) {
            int sign = shape.group("sign").equals("-") ? -1 : 1;
            return Optional.of(ZoneOffset.ofHoursMinutes(
                    sign * number(shape, "offsethour", 0), sign * number(shape, "offsetminute", 0)));
        }
        return shape.group("utc") == null ? Optional.empty() : Optional.of(ZoneOffset.UTC);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher shape, String group, int otherwise) {
        return shape.group(group) == null ? otherwise : Integer.parseInt(shape.group(group));
    }
}
