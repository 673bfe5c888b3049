package dev.dateline.enrich.topology;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import java.util.function.Function;

/**
 * A tagger and what its tags are known by.
 *
 * @param id what the gate remembers; two with the same id give an article the same tags
 * @param rulesVersion version of its rules, written on every enriched article
 * @param tagger pure and safe for use by many threads
 */
public record NamedTagger(String id, int rulesVersion, Function<Article, Tagging> tagger) {
    /** All taggers together, with the sender's own codes. */
    public static NamedTagger of(Taggers taggers) {
        return new NamedTagger(taggers.id(), taggers.rulesVersion(), article -> taggers.tag(article, false));
    }
}
