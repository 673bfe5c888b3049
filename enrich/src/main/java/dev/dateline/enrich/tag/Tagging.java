package dev.dateline.enrich.tag;

import dev.dateline.model.Tag;
import java.util.List;

/**
 * What the taggers say about one article.
 *
 * @param tags by scheme, then falling score, then code
 * @param failures one line per tagger that failed: its name and the error, never text of the article; empty when all went well
 */
public record Tagging(List<Tag> tags, List<String> failures) {
    public Tagging {
        tags = List.copyOf(tags);
        failures = List.copyOf(failures);
    }
}
