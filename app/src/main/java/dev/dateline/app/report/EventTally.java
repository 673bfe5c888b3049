package dev.dateline.app.report;

import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the events of a run add up to. */
public final class EventTally {
    private static final Set<Outcome> NOT_CURRENT =
            Set.of(Outcome.REJECTED, Outcome.REPEAT, Outcome.STALE, Outcome.KILLED, Outcome.HELD, Outcome.DROPPED);

    private final Map<Stage, Map<Outcome, Long>> counts = new HashMap<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private final Set<String> articles = new LinkedHashSet<>();
    private final List<PipelineEvent> notable = new ArrayList<>();

    public void add(PipelineEvent event) {
        counts.computeIfAbsent(event.getStage(), stage -> new HashMap<>()).merge(event.getOutcome(), 1L, Long::sum);
        if (event.getStage() == Stage.PARSE && event.getDocumentId() != null) {
            documents.add(event.getDocumentId());
        }
        if (event.getArticleId() != null) {
            articles.add(event.getArticleId());
        }
        if (NOT_CURRENT.contains(event.getOutcome())) {
            notable.add(event);
        }
    }

    public long count(Stage stage, Outcome outcome) {
        return counts.getOrDefault(stage, Map.of()).getOrDefault(outcome, 0L);
    }

    public int documents() {
        return documents.size();
    }

    /** Ids of the articles that the run touched. */
    public Set<String> articles() {
        return articles;
    }

    /** The events that tell why something is not simply current: rejected, repeated, stale, killed, held, dropped. */
    public List<PipelineEvent> notable() {
        return List.copyOf(notable);
    }

    /** "3 repeat, 1 stale" for a stage. */
    public String describe(Stage stage) {
        return counts.getOrDefault(stage, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
