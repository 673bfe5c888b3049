package dev.dateline.enrich.topic;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import dev.dateline.enrich.topic.RuleFile.Saying;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics that have rules, and their phrases, ready to be looked up. */
public final class TopicRules {
    private final int version;
    private final Map<String, Topic> topics;
    private final Map<String, Phrases<Vote>> byLanguage = new LinkedHashMap<>();
    private final Phrases<Vote> shared;

    private TopicRules(int version, Map<String, Topic> topics, Phrases<Vote> shared) {
        this.version = version;
        this.topics = topics;
        this.shared = shared;
    }

    /** What a phrase says for a topic; a weight of 0 says that its words say nothing. */
    record Vote(Topic topic, double weight) {}

    /**
     * Makes phrases searchable.
     *
     * @param stems over the phrases of all rules, these among them
     */
    public static TopicRules load(Words words, Stems stems, TopicFiles files) {
        Map<String, Topic> topics = files.topics();
        TopicRules rules = new TopicRules(
                files.version(), topics, phrases(stems.expand(files.shared()), topics, new Phrases<>(words)));
        Phrases.Marks ofLanguages = Phrases.Marks.of(words); // shared, because packs may bring any number of languages
        for (String language : files.languages()) {
            Phrases<Vote> own = new Phrases<>(words, ofLanguages);
            rules.byLanguage.put(language, phrases(stems.expand(files.of(language)), topics, own));
        }
        return rules;
    }

    public int version() {
        return version;
    }

    /** The topic of a code, or null when there is no rule for it. */
    public Topic topic(String code) {
        return topics.get(code);
    }

    /** How many topics have rules. */
    int count() {
        return topics.size();
    }

    /** The longest phrase that begins at a token, or null; of two, the one that is the language's own. */
    Phrases.Match<Vote> at(Passage passage, int token, String language) {
        Phrases.Match<Vote> common = shared.longestAt(passage, token, (vote, in, first, last) -> true);
        Phrases<Vote> companion = byLanguage.get(language);
        if (companion == null) {
            return common;
        }
        Phrases.Match<Vote> own = companion.longestAt(passage, token, (vote, in, first, last) -> true);
        return own == null || (common != null && common.last() > own.last()) ? common : own;
    }

    private static Phrases<Vote> phrases(
            Map<String, List<Saying>> from, Map<String, Topic> topics, Phrases<Vote> phrases) {
        from.forEach((phrase, sayings) ->
                sayings.forEach(saying -> phrases.add(phrase, new Vote(topics.get(saying.code()), saying.weight()))));
        return phrases.freeze();
    }
}
