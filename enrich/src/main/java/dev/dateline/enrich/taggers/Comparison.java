package dev.dateline.enrich.taggers;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.model.Tag;
import java.util.List;

/**
 * What the sender says of one article beside what the taggers say who were told nothing of it.
 *
 * @param declared tags of the sender's own codes, read as the given tags are; of language the declared one
 * @param found tags of the text alone
 * @param hasText whether there was anything to read
 */
public record Comparison(List<Tag> declared, Tagging found, boolean hasText) {
    public Comparison {
        declared = List.copyOf(declared);
    }

    /** The sender's codes by which the article is about something; a mention is no judgement. */
    public List<Tag> wanted() {
        return about(declared);
    }

    /** The codes by which the taggers call the article one about something. */
    public List<Tag> got() {
        return about(found.tags());
    }

    private static List<Tag> about(List<Tag> tags) {
        return tags.stream().filter(tag -> tag.getScore() >= Tags.ABOUT).toList();
    }
}
