package dev.dateline.enrich.tag;

import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.List;

/**
 * What the taggers say about one article.
 *
 * @param tags by scheme, then falling score, then code
 * @param quotes in reading order
 * @param failures one line per tagger that failed: its name and the error, never text of the article; empty when all went well
 */
public record Tagging(List<Tag> tags, List<Quote> quotes, List<String> failures) {
    public Tagging {
        tags = List.copyOf(tags);
        quotes = List.copyOf(quotes);
        failures = List.copyOf(failures);
    }

    /** Tags without quotes. */
    public Tagging(List<Tag> tags, List<String> failures) {
        this(tags, List.of(), failures);
    }
}
