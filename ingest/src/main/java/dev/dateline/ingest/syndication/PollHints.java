package dev.dateline.ingest.syndication;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a feed asks of those who poll it. */
final class PollHints {
    private static final int LONGEST_TTL = 40_320;

    private PollHints() {}

    /** RSS's ttl in minutes, else RSS 1.0's syndication module (its defaults: daily, once); null when neither is there. */
    static Duration interval(FeedElement head) {
        String ttl = Fields.line(head, "ttl");
        if (ttl != null && ttl.matches("\\d{1,5}")) {
            int minutes = Math.min(Integer.parseInt(ttl), LONGEST_TTL);
            return minutes == 0 ? null : Duration.ofMinutes(minutes);
        }
        String period = Fields.line(head, "sy:updateperiod");
        String frequency = Fields.line(head, "sy:updatefrequency");
        if (period == null && frequency == null) {
            return null;
        }
        Duration whole =
                switch (period == null ? "daily" : period.toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "daily" -> Duration.ofDays(1);
                    case "weekly" -> Duration.ofDays(7);
                    case "monthly" -> Duration.ofDays(30);
                    case "yearly" -> Duration.ofDays(365);
                    default -> null;
                };
        int times = frequency != null && frequency.matches("[1-9]\\d{0,3}") ? Integer.parseInt(frequency) : 1;
        return whole == null ? null : whole.dividedBy(times);
    }

    /** RSS 0.91 counts 1 to 24, RSS 0.92 0 to 23: 24 is 0. */
    static Set<Integer> skipHours(FeedElement head) {
        Set<Integer> hours = new HashSet<>();
        head.children("skiphours").stream()
                .flatMap(skip -> skip.children("hour").stream())
                .map(FeedElement::text)
                .filter(hour -> hour != null && hour.matches("\\d{1,2}") && Integer.parseInt(hour) <= 24)
                .forEach(hour -> hours.add(Integer.parseInt(hour) % 24));
        return hours;
    }
}
