package dev.dateline.app.command;

import dev.dateline.app.pipeline.Leftovers.Leftover;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where an erased article was found and what became of it, place by place. */
final class ErasureReport {
    private final Table table = new Table("PLACE", "FOUND", "NOW");
    private final List<Leftover> leftovers = new ArrayList<>();
    private int remaining;

    void gone(String place, String found, String now) {
        table.row(place, found, now);
    }

    void remains(String place, String found, String now) {
        remaining++;
        table.row(place, found, "REMAINS: " + now);
    }

    void remains(Leftover leftover) {
        leftovers.add(leftover);
        remains(
                leftover.topic(),
                Counted.of(leftover.records(), "record"),
                leftover.until() == null
                        ? "the topic keeps them for good"
                        : "until " + day(leftover.until()) + " at the latest, by retention");
    }

    boolean somethingRemains() {
        return remaining > 0;
    }

    void print(Terminal terminal) {
        table.lines(terminal.width()).forEach(terminal.out()::println);
        if (!leftovers.isEmpty()) {
            terminal.say("Those topics cannot lose single records. To empty a partition up to the last of them, other"
                    + " articles included: kafka-delete-records --offset-json-file FILE with {\"version\":1,\"partitions\":["
                    + leftovers.stream().map(Leftover::offsets).collect(Collectors.joining(",")) + "]}");
        }
        terminal.say(
                somethingRemains()
                        ? Counted.of(remaining, "place") + " with something of it."
                        : "Nothing of it remains.");
    }

    static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
