package dev.dateline.ingest.syndication;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 822 and its successors, with years of two digits, wrong days of the week, months in
 * other languages and zones by name; ISO 8601 and what is near to it; C's asctime.
 */
public final class FeedTime {
    private static final String CLOCK =
            "(?<hour>\\d{1,2})[:.h](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2})(?:[.,:](?<fraction>\\d{1,9})\\d*)?)?"
                    + "(?:\\h*(?<half>[AaPp])\\.?[Mm]\\b\\.?)?";
    private static final String ZONE = "(?:\\h*(?<zone>[^\\s\\d(][^\\s(]{0,30}))?(?:\\h*\\([^)]*\\))?";

    /** "2004-12-31T10:14:55Z", "20041231", "2004/12/31 10:14", "2004-335". */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<year>\\d{4})(?:[-/.]?(?:(?<dayofyear>\\d{3})(?!\\d)|(?<month>\\d{1,2})(?:[-/.]?(?<day>\\d{1,2})(?!\\d))?))?"
                    + "(?:(?:\\h*T|[\\h,-]+)(?:" + CLOCK + "|(?<compact>\\d{4}(?:\\d{2})?)(?!\\d))" + ZONE + ")?");
    /** "Thu, 01 Jan 2004 19:48:21 GMT", "1-Jan-04". */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[\\p{L}.]+,?\\h+|[\\p{L}.]+,)?(?<day>\\d{1,2})(?:st|nd|rd|th|º|\\.)?(?:\\h*[-/ ,]\\h*|\\h+de\\h+)(?<name>[\\p{L}\\p{M}]{3,14})\\.?(?:\\h*[-/ ,]\\h*|\\h+de\\h+)(?<year>\\d{2,4})"
                    + "(?:[\\h,T-]+(?:at\\h+)?" + CLOCK + ZONE + ")?");
    /** "Jan 1, 2004 10:00 PM", "January 1st, 2004". */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:\\p{L}+,?\\h+)?(?<name>\\p{L}{3,12})\\.?\\h+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\h+(?<year>\\d{4})"
                    + "(?:[\\h,-]+(?:at\\h+)?" + CLOCK + ZONE + ")?");
    /** "Thu Jan  1 19:48:21 EST 2004". */
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:\\p{L}+,?\\h+)?(?<name>\\p{L}{3,12})\\.?\\h+(?<day>\\d{1,2}),?\\h+" + CLOCK
                    + "(?:\\h+(?<zone>[A-Za-z+-][\\w:+-]{0,30}))?\\h+(?<year>\\d{4})");
    /** "31.12.2004 10:14", as Europe writes; dots leave no doubt that the day comes first. */
    private static final Pattern DOTTED = Pattern.compile(
            "(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})(?:[\\h,T-]+" + CLOCK + ZONE + ")?");

    private static final List<Pattern> SHAPES = List.of(YEAR_FIRST, DAY_FIRST, MONTH_FIRST, YEAR_LAST, DOTTED);

    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 100;

    private FeedTime() {}

    /**
     * A time in ISO 8601, with its offset where one was written; without one where none was or its name is unknown. What
     * cannot be read comes back as sent, so that somebody can see it; null for null.
     */
    public static String iso(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String line = text.strip();
        if (line.length() > LONGEST) {
            return line;
        }
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(line);
            if (matcher.matches()) {
                Optional<String> time = iso(matcher);
                if (time.isPresent()) {
                    return time.get();
                }
            }
        }
        return line;
    }

    private static Optional<String> iso(Matcher shape) {
        try {
            Integer month = month(shape);
            if (month == null) {
                return Optional.empty();
            }
            int year = year(group(shape, "year"));
            String days = group(shape, "dayofyear");
            LocalDateTime day = days == null
                    ? LocalDateTime.of(year, month, number(group(shape, "day"), 1), 0, 0)
                    : Year.of(year).atDay(Integer.parseInt(days)).atStartOfDay();
            String compact = group(shape, "compact");
            int hour = compact == null ? hour(shape) : Integer.parseInt(compact.substring(0, 2));
            int minute =
                    compact == null ? number(group(shape, "minute"), 0) : Integer.parseInt(compact.substring(2, 4));
            int second = compact == null
                    ? number(group(shape, "second"), 0)
                    : compact.length() == 6 ? Integer.parseInt(compact.substring(4)) : 0;
            // midnight at the end of a day; leap seconds are not kept
            LocalDateTime local = (hour == 24 ? day.plusDays(1) : day.withHour(hour))
                    .withMinute(minute)
                    .withSecond(Math.min(second, 59));
            String clock = local.toLocalTime().withNano(0).toString();
            return Optional.of(local.toLocalDate() + "T" + (clock.length() == 5 ? clock + ":00" : clock)
                    + offset(group(shape, "zone")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Integer month(Matcher shape) {
        String name = group(shape, "name");
        return name == null ? Integer.valueOf(number(group(shape, "month"), 1)) : TimeWords.month(name);
    }

    private static int hour(Matcher shape) {
        int hour = number(group(shape, "hour"), 0);
        String half = group(shape, "half");
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    /** RFC 2822, 4.3: two digits from 50 are of the last century, three count from 1900. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : digits.length() == 3 ? year + 1900 : year;
    }

    private static String offset(String zone) {
        if (zone == null) {
            return "";
        }
        Matcher digits = OFFSET.matcher(zone);
        if (!digits.matches()) {
            return TimeWords.offset(zone);
        }
        int hours = Integer.parseInt(digits.group(2));
        int minutes = number(digits.group(3), 0);
        int sign = digits.group(1).equals("-") ? -1 : 1;
        return hours > 18 || minutes > 59
                ? ""
                : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes).getId();
    }

    /** A group that the shape may not have. */
    private static String group(Matcher shape, String name) {
        return shape.pattern().pattern().contains("(?<" + name + ">") ? shape.group(name) : null;
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
