package dev.dateline.enrich.topic;

import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Words;
import dev.dateline.enrich.topic.RuleFile.Saying;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Topics and their phrases as rules/medtop.yaml and its companions state them, and what is added to them. */
public final class TopicFiles {
    /** Languages that have a companion, medtop.xx.yaml; the main file is for English, and for names in all languages. */
    static final List<String> LANGUAGES = List.of("de", "es", "fr", "it", "pt");

    private static final String FILE = "/rules/medtop.yaml";
    /** What is for every language. */
    private static final String ALL = "";

    private final int version;
    private final Map<String, Topic> topics;
    /** What phrases say, in the spelling of {@link Words}, by the language in which they hold. */
    private final Map<String, Map<String, List<Saying>>> phrases = new LinkedHashMap<>();

    private TopicFiles(int version, Map<String, Topic> topics) {
        this.version = version;
        this.topics = new LinkedHashMap<>(topics);
    }

    /** Those that ship with this module. */
    public static TopicFiles shipped() {
        RuleFile main = RuleFile.read(FILE);
        TopicFiles files = new TopicFiles(main.version(), topics(main));
        files.put(ALL, FILE, main);
        for (String language : LANGUAGES) {
            String companion = FILE.replace(".yaml", "." + language + ".yaml");
            files.put(language, companion, RuleFile.read(companion));
        }
        return files;
    }

    /**
     * These and more. What is added about a phrase and a topic replaces what was said about both. Phrases for all languages
     * count also where a companion has the same; one that says nothing is taken back from the narrower topics, too.
     */
    public TopicFiles with(List<AddedTopic> more) {
        TopicFiles all = new TopicFiles(version, topics);
        phrases.forEach((language, sayings) -> all.phrases.put(language, copy(sayings)));
        more.forEach(all::add);
        return all;
    }

    private void add(AddedTopic added) {
        topics.computeIfAbsent(added.code(), code -> new Topic(topics.size(), code, added.name(), broader(added)));
        String home = added.language() == null ? ALL : added.language();
        phrases.computeIfAbsent(home, language -> new LinkedHashMap<>());
        new RuleFile(0, List.of(added.rule()))
                .phrases()
                .forEach((phrase, sayings) -> phrases.forEach((language, known) -> {
                    if (language.equals(home) || (home.equals(ALL) && known.containsKey(phrase))) {
                        List<Saying> here = known.computeIfAbsent(phrase, key -> new ArrayList<>());
                        sayings.forEach(saying -> here.removeIf(old -> isReplaced(old, saying)));
                        here.addAll(sayings);
                    }
                }));
    }

    private boolean isReplaced(Saying old, Saying by) {
        for (Topic up = topics.get(old.code()); up != null; up = up.parent()) {
            if (up.code().equals(by.code())) {
                return up.code().equals(old.code()) || by.weight() == RuleFile.NOTHING;
            }
        }
        return false;
    }

    public int version() {
        return version;
    }

    /** The topics by code, broader ones before narrower ones. */
    public Map<String, Topic> topics() {
        return Collections.unmodifiableMap(topics);
    }

    /** All phrases, in the spelling of {@link Words}. */
    public Set<String> phrases() {
        Set<String> all = new LinkedHashSet<>();
        phrases.values().forEach(sayings -> all.addAll(sayings.keySet()));
        return all;
    }

    /** Gives every word of every phrase its number. */
    public void addTo(Words words) {
        for (String phrase : phrases()) {
            Phrases.split(phrase).stream().filter(word -> !word.equals(",")).forEach(words::add);
        }
    }

    /** Languages that have phrases of their own. */
    Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>(phrases.keySet());
        languages.remove(ALL);
        return languages;
    }

    Map<String, List<Saying>> shared() {
        return phrases.get(ALL);
    }

    Map<String, List<Saying>> of(String language) {
        return phrases.get(language);
    }

    private void put(String language, String file, RuleFile rules) {
        Map<String, List<Saying>> sayings = rules.phrases();
        sayings.forEach((phrase, all) -> all.forEach(saying -> {
            if (!topics.containsKey(saying.code())) {
                throw new IllegalStateException(
                        file + ": \"" + phrase + "\" is for " + saying.code() + ", which " + FILE + " has not");
            }
        }));
        phrases.put(language, sayings);
    }

    private Topic broader(AddedTopic added) {
        Topic topic = topics.get(added.broader());
        if (topic == null) {
            throw new IllegalArgumentException(
                    "topic " + added.code() + " is to stand below " + added.broader() + ", and there is no such topic");
        }
        return topic;
    }

    private static Map<String, List<Saying>> copy(Map<String, List<Saying>> sayings) {
        Map<String, List<Saying>> copy = new LinkedHashMap<>();
        sayings.forEach((phrase, all) -> copy.put(phrase, new ArrayList<>(all)));
        return copy;
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
}
