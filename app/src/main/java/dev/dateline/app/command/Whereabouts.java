package dev.dateline.app.command;

import dev.dateline.app.pipeline.Confirmations;
import dev.dateline.app.pipeline.UnstoredState;
import dev.dateline.app.report.StoredTrace;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Takedown;
import java.util.List;
import java.util.Objects;

/**
 * All that is told of one article.
 *
 * @param unstored null when Kafka could not be asked
 * @param confirmations null when none are expected, or Kafka could not be asked
 * @param trouble why Kafka could not be asked; null when it could
 */
record Whereabouts(
        String articleId,
        StoredTrace trace,
        List<PipelineEvent> events,
        UnstoredState unstored,
        Confirmations confirmations,
        String trouble) {

    List<Takedown> takedowns() {
        return confirmations == null
                ? List.of()
                : confirmations.sinks().stream()
                        .map(sink -> confirmations.of(articleId, sink))
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Sinks that have not confirmed the kill that is stored, or was erased. */
    List<String> pending() {
        if (confirmations == null || trace.state() == null) {
            return List.of();
        }
        return confirmations.sinks().stream()
                .filter(sink -> {
                    Takedown takedown = confirmations.of(articleId, sink);
                    return takedown == null
                            || (takedown.getRevision() != null
                                    && takedown.getRevision() < trace.state().revision());
                })
                .toList();
    }
}
