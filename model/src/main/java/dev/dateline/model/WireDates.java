package dev.dateline.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dates as datelines write them: "Oct 28", "21 jan 2019", "14 April", "Monday", in seven languages. */
public final class WireDates {
    private static final Map<String, Integer> MONTHS = months();
    private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    /** A month's name or abbreviation, ignoring case. */
    static final String MONTH = "(?i:"
            + MONTHS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .collect(Collectors.joining("|"))
            + ")(?![\\p{L}])";

    /** What stands before the first number of a date; to look for that is quicker than to try nine dozen names. */
    private static final String A_NUMBER_FOLLOWS = "(?=\\p{L}{0," + longestMonth() + "}\\.?\\h*\\d)";

    /** A date as it stands in a dateline. */
    static final String DATE = "(?:" + A_NUMBER_FOLLOWS + "(?:" + MONTH
            + "\\.?\\h*\\d{1,2}(?!\\d)(?:,?\\h+\\d{4})?|\\d{1,2}\\.?\\h+" + MONTH
            + "\\.?(?:,?\\h+\\d{4})?)|(?i:" + WEEKDAYS + "))";

    private static final Pattern PARTS = Pattern.compile("(?<month>" + MONTH + ")|(?<year>\\d{4})|(?<day>\\d{1,2})");

    private static final Pattern WEEKDAY = Pattern.compile(WEEKDAYS, Pattern.CASE_INSENSITIVE);

    private WireDates() {}

    /**
     * The day that a dateline means. A missing year is the one that puts the day nearest to {@code reference}; a day of
     * the week is the last one not after it.
     *
     * @param reference day of the version, or null when it is not known; then only a full date has an answer
     */
    public static Optional<LocalDate> resolve(String date, LocalDate reference) {
        if (WEEKDAY.matcher(date.strip()).matches()) {
            return Optional.ofNullable(reference)
                    .map(day -> day.with(TemporalAdjusters.previousOrSame(
                            DayOfWeek.valueOf(date.strip().toUpperCase(Locale.ROOT)))));
        }
        int month = 0;
        int day = 0;
        int year = 0;
        for (Matcher parts = PARTS.matcher(date); parts.find(); ) {
            if (parts.group("month") != null) {
                month = MONTHS.get(parts.group("month").toLowerCase(Locale.ROOT));
            } else if (parts.group("year") != null) {
                year = Integer.parseInt(parts.group("year"));
            } else {
                day = Integer.parseInt(parts.group("day"));
            }
        }
        if (year != 0) {
            return of(year, month, day);
        }
        return reference == null ? Optional.empty() : nearest(month, day, reference);
    }

    private static Optional<LocalDate> nearest(int month, int day, LocalDate reference) {
        return IntStream.rangeClosed(reference.getYear() - 1, reference.getYear() + 1)
                .mapToObj(year -> of(year, month, day))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(date -> Math.abs(date.toEpochDay() - reference.toEpochDay())));
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int longestMonth() {
        return MONTHS.keySet().stream().mapToInt(String::length).max().orElseThrow();
    }

    private static Map<String, Integer> months() {
        String[] names = {
            "january jan january januar jänner jän janvier janv enero ene gennaio gen janeiro januari tammikuuta",
            "february feb february februar feber février févr fév fevrier febrero febbraio fevereiro fev februari",
            "march mar march märz mär mrz mars marzo março maart mrt",
            "april apr april avril avr abril abr aprile",
            "may may mai mayo maggio mag maio mei maj",
            "june jun june juni juin junio giugno giu junho",
            "july jul july juli juillet juil julio luglio lug julho",
            "august aug august août aout agosto ago augustus augusti",
            "september sept sep september septembre septiembre settembre set setembro",
            "october oct oktober okt octobre octubre ottobre ott outubro out",
            "november nov november novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro december desember des"
        };
        Map<String, Integer> months = new HashMap<>();
        for (int month = 0; month < names.length; month++) {
            for (String name : names[month].split(" ")) {
                months.putIfAbsent(name, month + 1);
            }
        }
        return Map.copyOf(months);
    }
}
