package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import java.util.List;

/**
 * All that is written for one version or ruling.
 *
 * @param decision what the gate made of it in the end
 * @param enriched the new current state of the article, or null when there is none
 * @param inPublic the record for the public topic, or null when it gets none
 * @param events its outcomes, that of the gate first
 * @param cause as in {@link Gated}
 */
record Tagged(
        Decision decision,
        EnrichedArticle enriched,
        EnrichedArticle inPublic,
        List<PipelineEvent> events,
        String cause) {

    /** Whether the topics are to forget the article. */
    boolean erases() {
        return decision.outcome() == Outcome.ERASED;
    }
}
