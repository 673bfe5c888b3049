package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.model.Article;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Ruling;
import dev.dateline.model.Stage;
import java.time.Instant;

/** The events that the enrich application reports; their reasons never hold text of the article. */
final class GateEvents {
    private GateEvents() {}

    static PipelineEvent of(Article article, Decision decision, Instant at) {
        Long revision = decision.change() == null ? null : decision.change().revision();
        return event(article, revision, Stage.GATE, decision.outcome(), decision.reason(), at);
    }

    /** What a ruling did. */
    static PipelineEvent of(Ruling ruling, Decision decision, Instant at) {
        return PipelineEvent.newBuilder()
                .setArticleId(ruling.getArticleId())
                .setRevision(
                        decision.change() == null ? null : decision.change().revision())
                .setStage(Stage.GATE)
                .setOutcome(decision.outcome())
                .setReason(decision.reason())
                .setAt(at)
                .build();
    }

    /** Something was lost of a version behind the gate. */
    static PipelineEvent dropped(Article article, long revision, String reason, Instant at) {
        return event(article, revision, Stage.TAG, Outcome.DROPPED, reason, at);
    }

    private static PipelineEvent event(
            Article article, Long revision, Stage stage, Outcome outcome, String reason, Instant at) {
        return new PipelineEvent(
                article.getProvenance().getDocumentId(),
                article.getProvenance().getUri(),
                article.getArticleId(),
                article.getVersion(),
                revision,
                stage,
                outcome,
                reason,
                at);
    }
}
