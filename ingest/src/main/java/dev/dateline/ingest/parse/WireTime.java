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
            "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?"
                    + "(?:[T ]\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
                    + "\\s*(?:(Z|UTC|GMT)?\\s*(?:([+-])(\\d{2}):?(\\d{2})?)?))?",
            Pattern.CASE_INSENSITIVE);

    // the groups of it by number: to look up their names took as long as to match
    private static final int YEAR = 1;
    private static final int MONTH = 2;
    private static final int DAY = 3;
    private static final int HOUR = 4;
    private static final int MINUTE = 5;
    private static final int SECOND = 6;
    private static final int FRACTION = 7;
    private static final int UTC = 8;
    private static final int SIGN = 9;
    private static final int OFFSET_HOUR = 10;
    private static final int OFFSET_MINUTE = 11;

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
            boolean endOfDay = number(shape, HOUR, 0) == 24;
            LocalDateTime local = LocalDateTime.of(
                    number(shape, YEAR, 0),
                    number(shape, MONTH, 1),
                    number(shape, DAY, 1),
                    endOfDay ? 0 : number(shape, HOUR, 0),
                    number(shape, MINUTE, 0),
                    Math.min(number(shape, SECOND, 0), 59),
                    nanos(shape.group(FRACTION)));
            LocalDateTime day = endOfDay ? local.plusDays(1) : local;
            ZoneOffset offset =
                    offset(shape).orElseGet(() -> zoneOfLocalTimes.getRules().getOffset(day));
            return Optional.of(new WireTime(day.toInstant(offset), offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(Matcher shape) {
        if (shape.group(SIGN) != null) {
            int sign = shape.group(SIGN).equals("-") ? -1 : 1;
            return Optional.of(ZoneOffset.ofHoursMinutes(
                    sign * number(shape, OFFSET_HOUR, 0), sign * number(shape, OFFSET_MINUTE, 0)));
        }
        return shape.group(UTC) == null ? Optional.empty() : Optional.of(ZoneOffset.UTC);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher shape, int group, int otherwise) {
        String digits = shape.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
