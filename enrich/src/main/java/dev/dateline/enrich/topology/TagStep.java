package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Bodiless;
import dev.dateline.enrich.gate.Change;
import dev.dateline.enrich.gate.Publishability;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the enriched article and what of it is public. A pure function, but for the tagger's faults, which it reports. */
final class TagStep {
    private final Function<Article, Tagging> tagger;
    private final int rulesVersion;

    TagStep(Function<Article, Tagging> tagger, int rulesVersion) {
        this.tagger = tagger;
        this.rulesVersion = rulesVersion;
    }

    Tagged apply(Gated gated) {
        Change change = gated.change();
        PipelineEvent event = gated.event();
        if (change == null) {
            return new Tagged(null, null, List.of(event), gated.cause());
        }
        Tagging tagging = tag(change);
        EnrichedArticle enriched = enriched(change, change.article(), tagging.tags(), event.getAt());
        return new Tagged(
                enriched, inPublic(change, enriched), events(event, change, tagging.failures()), gated.cause());
    }

    /** A fault in a tagger costs tags, never the article. */
    private Tagging tag(Change change) {
        if (change.status().state() == ArticleState.KILLED) {
            return new Tagging(List.of(), List.of());
        }
        try {
            return tagger.apply(change.article());
        } catch (RuntimeException | StackOverflowError e) {
            return new Tagging(List.of(), List.of("tagger: " + e.getClass().getSimpleName()));
        }
    }

    private EnrichedArticle inPublic(Change change, EnrichedArticle enriched) {
        if (!change.inPublic()) {
            return null;
        }
        return change.status().publishable()
                ? enriched
                : enriched(change, Bodiless.of(change.article()), List.of(), enriched.getEnrichedAt());
    }

    private EnrichedArticle enriched(Change change, Article article, List<Tag> tags, Instant at) {
        Publishability status = change.status();
        return EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(change.revision())
                .setState(status.state())
                .setPublishable(status.publishable())
                .setReasons(status.reasons())
                .setArticle(article)
                .setTags(tags)
                .setRulesVersion(rulesVersion)
                .setEnrichedAt(at)
                .build();
    }

    private static List<PipelineEvent> events(PipelineEvent event, Change change, List<String> failures) {
        List<PipelineEvent> events = new ArrayList<>();
        events.add(event);
        for (String failure : failures) {
            events.add(GateEvents.dropped(
                    change.article(), change.revision(), "tags are missing: " + failure, event.getAt()));
        }
        return events;
    }
}
