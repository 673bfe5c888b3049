package dev.dateline.enrich.tag;

import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.List;

/**
 * What one tagger says about an article.
 *
 * @param quotes in reading order; their speakers have a tag among these
 */
public record Findings(List<Tag> tags, List<Quote> quotes) {}
