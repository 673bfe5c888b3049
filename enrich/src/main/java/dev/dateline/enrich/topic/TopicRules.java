package dev.dateline.enrich.topic;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Media Topics that have rules, and their phrases, as rules/medtop.yaml and its companions state them. */
public final class TopicRules {
    /** Languages that have a companion, medtop.xx.yaml; the main file is for English, and for names in all languages. */
    static final List<String> LANGUAGES = List.of("de", "es", "fr", "it", "pt");

    private static final String FILE = "/rules/medtop.yaml";

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

    public static TopicRules load(Words words) {
        RuleFile main = RuleFile.read(FILE);
        Map<String, Topic> topics = topics(main);
        Map<String, Map<String, List<RuleFile.Saying>>> own = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(main.phrases().keySet());
        for (String language : LANGUAGES) {
            own.put(language, RuleFile.read(companion(language)).phrases());
            all.addAll(own.get(language).keySet());
        }
        Stems stems = new Stems(all);
        TopicRules rules =
                new TopicRules(main.version(), topics, phrases(FILE, stems.expand(main.phrases()), topics, words));
        own.forEach((language, phrases) ->
                rules.byLanguage.put(language, phrases(companion(language), stems.expand(phrases), topics, words)));
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

    Iterable<Topic> all() {
        return topics.values();
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

    private static String companion(String language) {
        return FILE.replace(".yaml", "." + language + ".yaml");
    }

    private static Map<String, Topic> topics(RuleFile main) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (RuleFile.Rule rule : main.topics()) {
            Topic parent = topics.get(rule.parent());
            if (rule.parent() != null && parent == null) {
                throw new IllegalStateException(
                        FILE + ": parent " + rule.parent() + " must stand before " + rule.code());
            }
            if (topics.put(rule.code(), new Topic(topics.size(), rule.code(), rule.name(), parent)) != null) {
                throw new IllegalStateException(FILE + ": " + rule.code() + " stands there twice");
            }
        }
        return topics;
    }

    private static Phrases<Vote> phrases(
            String file, Map<String, List<RuleFile.Saying>> from, Map<String, Topic> topics, Words words) {
        Phrases<Vote> phrases = new Phrases<>(words);
        from.forEach((phrase, sayings) -> {
            for (RuleFile.Saying saying : sayings) {
                Topic topic = topics.get(saying.code());
                if (topic == null) {
                    throw new IllegalStateException(
                            file + ": \"" + phrase + "\" is for " + saying.code() + ", which " + FILE + " has not");
                }
                phrases.add(phrase, new Vote(topic, saying.weight()));
            }
        });
        return phrases.freeze();
    }
}
