package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Change;
import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.Gate;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.PipelineEvent;
import java.util.ArrayList;
import java.util.List;

/** Tags a change and has the gate judge it again. A pure function, but for the tagger's faults, which it reports. */
final class TagStep {
    private TagStep() {}

    static Tagged apply(Gated gated) {
        Change change = gated.decision().change();
        if (change == null) {
            return unchanged(gated, gated.decision());
        }
        if (change.status().state() == ArticleState.KILLED) {
            return changed(gated, gated.decision(), Outputs.NO_TAGS);
        }
        Tagging tagging = tag(change.article(), gated.rules());
        Decision decision =
                Gate.tagged(gated.before(), gated.decision(), gated.rules().id(), tagging);
        return decision.change() == null ? unchanged(gated, decision) : changed(gated, decision, tagging);
    }

    /** A fault in a tagger costs tags, never the article. */
    private static Tagging tag(Article article, RuleSet rules) {
        try {
            return rules.tagger().apply(article);
        } catch (RuntimeException | StackOverflowError e) {
            return new Tagging(List.of(), List.of("tagger: " + e.getClass().getSimpleName()));
        }
    }

    private static Tagged unchanged(Gated gated, Decision decision) {
        PipelineEvent event = GateEvents.of(gated.article(), decision, gated.at());
        return new Tagged(decision, null, null, List.of(event), gated.cause());
    }

    private static Tagged changed(Gated gated, Decision decision, Tagging tagging) {
        Change change = decision.change();
        List<PipelineEvent> events = new ArrayList<>();
        events.add(GateEvents.of(gated.article(), decision, gated.at()));
        for (String failure : tagging.failures()) {
            String reason = "tags are missing: " + failure;
            events.add(GateEvents.dropped(change.article(), change.revision(), reason, gated.at()));
        }
        return Outputs.of(decision, tagging, gated.rules(), events, gated.at(), gated.cause());
    }
}
