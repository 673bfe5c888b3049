package dev.dateline.enrich.tag;

import dev.dateline.model.Article;
import java.util.function.Function;

/**
 * What tags articles, with the name of all that it is made of. Never changed: other rules are another rule set.
 *
 * @param tagger pure and safe for use by many threads
 * @param version version of the shipped rules
 * @param id version of the shipped rules, packs and topic model: {@code 2+desk@3+model@1a2b3c4d5e6f}
 */
public record RuleSet(Function<Article, Tagging> tagger, int version, String id) {}
