package dev.dateline.enrich.pack;

import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.topic.AddedTopic;
import dev.dateline.enrich.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The section topics: {@code {code: "04000000", strong: [share buyback*], not: [tag sale]}}. */
final class TopicSection {
    private static final String CODE = "\\d{8}|[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Problems problems;
    private final Forms forms;
    private final Map<String, Topic> shipped;
    private final Map<String, Integer> definitions;
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * Reads topics.
     *
     * @param shipped the topics that ship, by code
     * @param definitions gets the codes of new topics with their lines
     */
    TopicSection(Problems problems, Forms forms, Map<String, Topic> shipped, Map<String, Integer> definitions) {
        this.problems = problems;
        this.forms = forms;
        this.shipped = shipped;
        this.definitions = definitions;
    }

    List<AddedTopic> topics(Entry pack) {
        List<AddedTopic> topics = new ArrayList<>();
        for (Node item : pack.items("topics")) {
            Entry entry = new Entry(
                    item,
                    problems,
                    "a topic",
                    "code",
                    "name",
                    "broader",
                    "language",
                    "decisive",
                    "strong",
                    "normal",
                    "weak",
                    "not");
            String code = entry.required("code");
            String language = entry.language();
            boolean usable = code != null && isUsable(entry, code);
            boolean isNew = usable && definitions.getOrDefault(code, 0) == entry.line();
            AddedTopic topic = new AddedTopic(
                    code,
                    isNew ? entry.text("name") : null,
                    isNew ? entry.text("broader") : null,
                    language,
                    phrases(entry, "decisive", code, language),
                    phrases(entry, "strong", code, language),
                    phrases(entry, "normal", code, language),
                    phrases(entry, "weak", code, language),
                    phrases(entry, "not", code, language));
            if (usable) {
                topics.add(topic);
            }
        }
        return topics;
    }

    private boolean isUsable(Entry entry, String code) {
        Topic known = shipped.get(code);
        if (known != null) {
            agree(entry, "name", known.name(), code);
            agree(entry, "broader", known.parent() == null ? "" : known.parent().code(), code);
            return true;
        }
        return definitions.containsKey(code) ? isSecondEntry(entry, code) : defines(entry, code);
    }

    private void agree(Entry entry, String key, String expected, String code) {
        if (entry.has(key) && !expected.equals(entry.text(key))) {
            problems.add(
                    entry.lineOf(key),
                    "topic " + code + " ships with the " + key + " \"" + expected + "\": leave the key out");
        }
    }

    private boolean isSecondEntry(Entry entry, String code) {
        for (String key : List.of("name", "broader")) {
            if (entry.has(key)) {
                problems.add(
                        entry.lineOf(key),
                        "topic " + code + " is made in line " + definitions.get(code) + ": leave the key out here");
            }
        }
        return true;
    }

    private boolean defines(Entry entry, String code) {
        if (!code.matches(CODE)) {
            problems.add(
                    entry.lineOf("code"),
                    "\"" + code + "\" is no code of a topic: eight digits, or small letters, digits and hyphens");
            return false;
        }
        if (!entry.has("name") && !entry.has("broader")) {
            problems.add(
                    entry.lineOf("code"),
                    "there is no topic " + code + ": give name and broader to make it, or correct the code");
            return false;
        }
        String name = entry.required("name");
        String broader = entry.required("broader");
        if (broader != null && !shipped.containsKey(broader) && !definitions.containsKey(broader)) {
            problems.add(
                    entry.lineOf("broader"),
                    "there is no topic " + broader + ": broader is a shipped topic or one that stands before");
            return false;
        }
        definitions.put(code, entry.line());
        return name != null && broader != null;
    }

    private List<String> phrases(Entry entry, String weight, String code, String language) {
        List<String> phrases = new ArrayList<>();
        for (Node.Text phrase : forms.phrases(entry.texts(weight))) {
            String key = code + "\n" + language + "\n" + Stems.spelling(phrase.value());
            Integer before = lines.putIfAbsent(key, phrase.line());
            if (before != null) {
                problems.add(
                        phrase.line(),
                        "\"" + phrase.value() + "\" stands for topic " + code + " in line " + before + " already");
            }
            phrases.add(phrase.value());
        }
        return phrases;
    }
}
