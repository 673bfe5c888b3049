package dev.dateline.app.command;

import java.time.Duration;

/** A length of time for a person: the two largest units that matter. */
final class Durations {
    private Durations() {}

    static String of(Duration time) {
        if (time.toMinutes() == 0) {
            return String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toHours() == 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toDays() == 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " d " + time.toHoursPart() + " h";
    }
}
