package dev.dateline.app.report;

import dev.dateline.model.PipelineEvent;
import java.time.Instant;
import java.util.List;

/**
 * What PostgreSQL tells of the way of one article.
 *
 * @param state its current state there; null when there is no row of it
 * @param versions every version as parsed, by time of reception; empty when the store keeps none
 * @param events what became of its versions, the oldest first; empty when the store keeps none
 * @param tags of score 0.5 or more, by scheme and falling score
 */
public record StoredTrace(State state, List<Version> versions, List<PipelineEvent> events, List<TagLine> tags) {
    /** The row of the article. */
    public record State(
            long revision,
            String state,
            boolean publishable,
            List<String> reasons,
            String headline,
            String version,
            String documentId,
            Instant receivedAt,
            Instant enrichedAt,
            Instant storedAt) {}

    /** One version as it was parsed. */
    public record Version(
            String documentId,
            String version,
            int parserVersion,
            String signal,
            Instant createdAt,
            Instant receivedAt) {}

    /** One tag. */
    public record TagLine(String scheme, String code, String name, double score, String method) {}
}
