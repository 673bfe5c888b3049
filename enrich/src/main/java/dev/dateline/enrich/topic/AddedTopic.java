package dev.dateline.enrich.topic;

import java.util.List;

/**
 * Phrases that are added to a topic, which may itself be new.
 *
 * @param code its code
 * @param name English name of a new topic; null for one that is known
 * @param broader code of the topic above a new one; null for one that is known
 * @param language ISO 639 code of the one language in which the phrases hold, or null for all
 * @param decisive phrases of which one makes the article one about the topic
 * @param strong phrases of which one or two make the article one about the topic
 * @param normal phrases of which several are needed
 * @param weak phrases that count in company only
 * @param vetoes phrases that say nothing for the topic, whatever else is known of them
 */
public record AddedTopic(
        String code,
        String name,
        String broader,
        String language,
        List<String> decisive,
        List<String> strong,
        List<String> normal,
        List<String> weak,
        List<String> vetoes) {
    RuleFile.Rule rule() {
        return new RuleFile.Rule(code, name, broader, decisive, strong, normal, weak, vetoes);
    }
}
