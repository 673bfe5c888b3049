package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.model.WireDates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The times with which messages of the older wire formats end, as ISO 8601. */
final class MessageTime {
    /** IPTC 7901, 4.4: day, hour, minute, then month and year: "101137 GMT Dez 18"; some leave out zone or year. */
    private static final Pattern GROUP = Pattern.compile(
            "(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})\\h?(?<zone>GMT|UTC|Z)?\\h+(?<month>\\p{L}{3,9})\\.?(?:\\h+(?<year>\\d{2}(?:\\d{2})?))?",
            Pattern.CASE_INSENSITIVE);
    /** AP: "AP-WF-11-13-13 1509GMT". */
    private static final Pattern FILED = Pattern.compile(
            "(?<one>\\d{2})-(?<two>\\d{2})-(?<year>\\d{2})\\h+(?<hour>\\d{2})(?<minute>\\d{2})(?<zone>GMT)?");
    /** Kyodo: "KWS-21:37-09-12-18". */
    private static final Pattern CLOCK_FIRST =
            Pattern.compile("(?<hour>\\d{2}):(?<minute>\\d{2})-(?<one>\\d{2})-(?<two>\\d{2})-(?<year>\\d{2})(?<zone>)");

    private MessageTime() {}

    /**
     * The last date-and-time group in a text.
     *
     * @param received day of reception, which gives a missing year
     */
    static Optional<String> ofGroup(String text, LocalDate received) {
        Matcher group = GROUP.matcher(text);
        String found = null;
        while (group.find()) {
            Optional<LocalDate> day = WireDates.resolve(
                    group.group("day") + " " + group.group("month") + " " + century(group.group("year")), received);
            if (day.isPresent()) {
                found = time(day.get(), group);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The time at the end of an ANPA 1312 message. */
    static Optional<String> ofTrailer(String text, Dialect dialect) {
        for (Pattern pattern : new Pattern[] {FILED, CLOCK_FIRST}) {
            Matcher trailer = pattern.matcher(text);
            if (trailer.find()) {
                return day(trailer.group("one"), trailer.group("two"), "20" + trailer.group("year"), dialect)
                        .map(day -> time(day, trailer));
            }
        }
        return Optional.empty();
    }

    /** "09-12" by the dialect's order, in the year nearest to reception. */
    static Optional<LocalDate> ofTwoNumbers(String date, LocalDate received, Dialect dialect) {
        String[] parts = date.split("-");
        return Optional.ofNullable(received).flatMap(day -> IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                .mapToObj(year -> day(parts[0], parts[1], Integer.toString(year), dialect))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(one -> Math.abs(one.toEpochDay() - received.toEpochDay()))));
    }

    private static Optional<LocalDate> day(String one, String two, String year, Dialect dialect) {
        boolean dayFirst = dialect.dateOrder() == Dialect.DateOrder.DMY;
        int month = Integer.parseInt(dayFirst ? two : one);
        int day = Integer.parseInt(dayFirst ? one : two);
        return month < 1 || month > 12 || day < 1 || day > 31
                ? Optional.empty()
                : Optional.of(LocalDate.of(Integer.parseInt(year), month, 1).plusDays(day - 1L))
                        .filter(date -> date.getMonthValue() == month);
    }

    private static String century(String year) {
        return year == null ? "" : year.length() == 2 ? "20" + year : year;
    }

    private static String time(LocalDate day, Matcher clock) {
        String zone = clock.group("zone");
        return day + "T" + clock.group("hour") + ":" + clock.group("minute")
                + (zone == null || zone.isEmpty() ? "" : "Z");
    }
}
