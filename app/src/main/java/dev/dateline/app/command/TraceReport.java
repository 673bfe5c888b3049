package dev.dateline.app.command;

import dev.dateline.app.pipeline.UnstoredState;
import dev.dateline.app.report.StoredTrace;
import dev.dateline.app.report.StoredTrace.TagLine;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Takedown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of an article for a person: what it is now, then a timeline, then its tags. */
final class TraceReport {
    /** One line of the timeline. */
    private record Step(Instant at, String hop, String what) {}

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Whereabouts found;

    TraceReport(Whereabouts found) {
        this.found = found;
    }

    void print(Terminal terminal) {
        StoredTrace.State state = found.trace().state();
        String headline = state == null || state.headline() == null ? "(no text)" : state.headline();
        terminal.out().println(bold(terminal, headline));
        terminal.out().println(found.articleId());
        terminal.out().println(standing(state));
        terminal.out().println(copies(state));
        terminal.out().println();
        Table table = new Table("WHEN (UTC)", "HOP", "WHAT");
        steps().forEach(step -> table.row(WHEN.format(step.at()), step.hop(), step.what()));
        List<String> lines = table.lines(terminal.width());
        terminal.out().println(terminal.styled("@|faint " + lines.get(0) + "|@"));
        lines.stream().skip(1).forEach(terminal.out()::println);
        found.pending().forEach(sink -> terminal.out().println("PENDING: " + sink + " has not confirmed the takedown"));
        tags(terminal);
    }

    /** Picocli would read a headline's own signs as markup. */
    private static String bold(Terminal terminal, String text) {
        return terminal.interactive() ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    private static String standing(StoredTrace.State state) {
        if (state == null) {
            return "no row in PostgreSQL: never current, not stored yet, or erased";
        }
        return state.state().toLowerCase(Locale.ROOT)
                + (state.publishable()
                        ? ", may be published"
                        : ", not to be published: " + String.join(", ", state.reasons()))
                + "; revision " + state.revision() + (state.version() == null ? "" : ", version " + state.version());
    }

    private String copies(StoredTrace.State state) {
        UnstoredState unstored = found.unstored();
        if (unstored == null) {
            return "PostgreSQL may be behind the topic: " + found.trouble();
        }
        if (unstored.changed()) {
            String newest = unstored.newest() == null
                    ? "erased it"
                    : "has revision " + unstored.newest().getRevision() + ", "
                            + unstored.newest().getState().name().toLowerCase(Locale.ROOT);
            return "PostgreSQL is behind: the topic " + newest + "; " + unstored.waiting()
                    + " records of its partition are not stored yet";
        }
        if (!unstored.whole()) {
            return "PostgreSQL may be behind: " + unstored.waiting()
                    + " records of its partition are not stored yet, too many to look through";
        }
        return state == null ? "the topic has nothing that is not stored" : "PostgreSQL has what the topic has";
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        received().forEach((document, at) -> steps.add(new Step(at, "received", document)));
        found.events().forEach(event -> steps.add(new Step(event.getAt(), hop(event), what(event))));
        StoredTrace.State state = found.trace().state();
        if (state != null) {
            steps.add(new Step(state.storedAt(), "store", "PostgreSQL has revision " + state.revision()));
        }
        for (Takedown takedown : found.takedowns()) {
            steps.add(new Step(
                    takedown.getRemovedAt(),
                    "takedown",
                    takedown.getSink() + " confirms that "
                            + (takedown.getRevision() == null
                                    ? "it is erased"
                                    : "revision " + takedown.getRevision() + " has no text")));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    /** When each document was received, where the store tells. */
    private Map<String, Instant> received() {
        Map<String, Instant> received = new LinkedHashMap<>();
        StoredTrace.State state = found.trace().state();
        if (state != null) {
            received.put(state.documentId(), state.receivedAt());
        }
        found.trace().versions().forEach(version -> received.put(version.documentId(), version.receivedAt()));
        return received;
    }

    private static String hop(PipelineEvent event) {
        return event.getStage() == Stage.SINK
                ? "store"
                : event.getStage().name().toLowerCase(Locale.ROOT);
    }

    private static String what(PipelineEvent event) {
        return event.getOutcome().name().toLowerCase(Locale.ROOT)
                + (event.getVersion() == null ? "" : ", version " + event.getVersion())
                + (event.getRevision() == null ? "" : ", now revision " + event.getRevision())
                + (event.getReason() == null ? "" : ": " + event.getReason())
                + (event.getUri() == null ? "" : " (" + event.getUri() + ")");
    }

    private void tags(Terminal terminal) {
        Map<String, List<TagLine>> byScheme = found.trace().tags().stream()
                .collect(Collectors.groupingBy(TagLine::scheme, LinkedHashMap::new, Collectors.toList()));
        if (byScheme.isEmpty()) {
            return;
        }
        terminal.out().println();
        Table table = new Table("ABOUT", "TAGS");
        byScheme.forEach((scheme, tags) -> table.row(
                scheme,
                tags.stream()
                        .map(tag -> String.format(
                                Locale.ROOT,
                                "%s%s %.2f (%s)",
                                tag.code(),
                                tag.name() == null ? "" : " " + tag.name(),
                                tag.score(),
                                tag.method()))
                        .collect(Collectors.joining(", "))));
        List<String> lines = table.lines(terminal.width());
        terminal.out().println(terminal.styled("@|faint " + lines.get(0) + "|@"));
        lines.stream().skip(1).forEach(terminal.out()::println);
    }
}
