package dev.dateline.enrich.tag;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Media Topics that have rules, and their phrases, as rules/medtop.yaml states them. */
final class TopicRules {
    private static final String FILE = "/rules/medtop.yaml";
    private static final double STRONG = 3;
    private static final double NORMAL = 1;
    private static final double WEAK = 0.4;

    private final int version;
    private final Map<String, Topic> topics;
    private final Phrases<Vote> phrases;

    private TopicRules(int version, Map<String, Topic> topics, Phrases<Vote> phrases) {
        this.version = version;
        this.topics = topics;
        this.phrases = phrases;
    }

    /** What a phrase says for a topic; a weight of 0 says that its words say nothing. */
    record Vote(Topic topic, double weight) {}

    /** The file as it is written. */
    private record File(int version, List<Rule> topics) {}

    /** One topic as it is written. */
    private record Rule(
            String code,
            String name,
            String parent,
            List<String> strong,
            List<String> normal,
            List<String> weak,
            @JsonProperty("not") List<String> vetoes) {}

    static TopicRules load(Words words) {
        File file = read();
        Map<String, Topic> topics = new LinkedHashMap<>();
        Phrases<Vote> phrases = new Phrases<>(words);
        for (Rule rule : file.topics()) {
            Topic parent = topics.get(rule.parent());
            if (rule.parent() != null && parent == null) {
                throw new IllegalStateException(
                        FILE + ": parent " + rule.parent() + " must stand before " + rule.code());
            }
            Topic topic = new Topic(rule.code(), rule.name(), parent);
            if (topics.put(topic.code(), topic) != null) {
                throw new IllegalStateException(FILE + ": " + topic.code() + " stands there twice");
            }
            add(phrases, rule.strong(), new Vote(topic, STRONG));
            add(phrases, rule.normal(), new Vote(topic, NORMAL));
            add(phrases, rule.weak(), new Vote(topic, WEAK));
            add(phrases, rule.vetoes(), new Vote(topic, 0));
        }
        return new TopicRules(file.version(), topics, phrases.freeze());
    }

    int version() {
        return version;
    }

    /** The topic of a code, or null when there is no rule for it. */
    Topic topic(String code) {
        return topics.get(code);
    }

    Iterable<Topic> all() {
        return topics.values();
    }

    /** The longest phrase that begins at a token, or null. */
    Phrases.Match<Vote> at(Passage passage, int token) {
        return phrases.longestAt(passage, token, (vote, in, first, last) -> true);
    }

    private static void add(Phrases<Vote> phrases, List<String> forms, Vote vote) {
        for (String form : forms == null ? List.<String>of() : forms) {
            phrases.add(form, vote);
        }
    }

    private static File read() {
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Resources.text(FILE), File.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
        }
    }
}
