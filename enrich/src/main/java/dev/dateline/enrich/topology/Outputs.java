package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Bodiless;
import dev.dateline.enrich.gate.Change;
import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.Publishability;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import java.time.Instant;
import java.util.List;

/** Makes the enriched article of a change, and what of it is public. */
final class Outputs {
    static final Tagging NO_TAGS = new Tagging(List.of(), List.of());

    private Outputs() {}

    /** All that is written for a decision with a change. */
    static Tagged of(
            Decision decision, Tagging tagging, RuleSet rules, List<PipelineEvent> events, Instant at, String cause) {
        Change change = decision.change();
        EnrichedArticle enriched = enriched(change, change.article(), tagging, rules, at);
        return new Tagged(decision, enriched, inPublic(change, enriched, rules), events, cause);
    }

    private static EnrichedArticle inPublic(Change change, EnrichedArticle enriched, RuleSet rules) {
        if (!change.inPublic()) {
            return null;
        }
        return change.status().publishable()
                ? enriched
                : enriched(change, Bodiless.of(change.article()), NO_TAGS, rules, enriched.getEnrichedAt());
    }

    private static EnrichedArticle enriched(
            Change change, Article article, Tagging tagging, RuleSet rules, Instant at) {
        Publishability status = change.status();
        return EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(change.revision())
                .setState(status.state())
                .setPublishable(status.publishable())
                .setReasons(status.reasons())
                .setArticle(article)
                .setTags(tagging.tags())
                .setRulesVersion(rules.version())
                .setRules(rules.id())
                .setEnrichedAt(at)
                .setQuotes(tagging.quotes())
                .setRestrictions(status.restrictions())
                .build();
    }
}
