package dev.dateline.enrich.tag;

import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.List;

/**
 * What one tagger says about an article.
 *
 * @param quotes in reading order; their speakers have a tag among these
 * @param fault what kept it from saying all, or null
 */
public record Findings(List<Tag> tags, List<Quote> quotes, RuntimeException fault) {
    public static Findings of(List<Tag> tags) {
        return new Findings(tags, List.of(), null);
    }
}
