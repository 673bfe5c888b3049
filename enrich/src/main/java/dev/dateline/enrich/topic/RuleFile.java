package dev.dateline.enrich.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of topic rules as it is written. The main one states the topics, and phrases for articles in every language;
 * the others add phrases for one language.
 */
record RuleFile(int version, List<Rule> topics) {
    private static final double DECISIVE = 7;
    private static final double STRONG = 2.5;
    private static final double NORMAL = 1;
    private static final double WEAK = 0.4;
    static final double NOTHING = 0;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One topic with its phrases; name and parent stand in the main file only. */
    record Rule(
            String code,
            String name,
            String parent,
            List<String> decisive,
            List<String> strong,
            List<String> normal,
            List<String> weak,
            @JsonProperty("not") List<String> vetoes) {}

    /** What a phrase says for the topic of a code. */
    record Saying(String code, double weight) {}

    static RuleFile read(String path) {
        try {
            return YAML.readValue(Resources.text(path), RuleFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    /** All phrases in the order of the file, in the spelling of {@link Words}, with what they say. */
    Map<String, List<Saying>> phrases() {
        Map<String, List<Saying>> phrases = new LinkedHashMap<>();
        for (Rule rule : topics) {
            add(phrases, rule.decisive(), new Saying(rule.code(), DECISIVE));
            add(phrases, rule.strong(), new Saying(rule.code(), STRONG));
            add(phrases, rule.normal(), new Saying(rule.code(), NORMAL));
            add(phrases, rule.weak(), new Saying(rule.code(), WEAK));
            add(phrases, rule.vetoes(), new Saying(rule.code(), NOTHING));
        }
        return phrases;
    }

    private static void add(Map<String, List<Saying>> to, List<String> phrases, Saying saying) {
        for (String phrase : phrases == null ? List.<String>of() : phrases) {
            to.computeIfAbsent(Stems.spelling(phrase), key -> new ArrayList<>()).add(saying);
        }
    }
}
