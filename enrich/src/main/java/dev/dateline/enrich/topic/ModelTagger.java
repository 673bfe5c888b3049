package dev.dateline.enrich.topic;

import dev.dateline.enrich.learn.Judgement;
import dev.dateline.enrich.learn.Label;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Topics by a trained model and the rules together; the method of a tag says which of them found it. */
public final class ModelTagger implements Tagger {
    /** Lower than that of the rules: the scores are probabilities, and a weak one may still be the best there is. */
    private static final double KEEP = 0.05;

    private final Tagger byRules;
    private final TopicRules topics;
    private final TopicModel model;
    private final Map<String, Integer> labels = new HashMap<>();

    public ModelTagger(Tagger byRules, TopicRules topics, TopicModel model) {
        this.byRules = byRules;
        this.topics = topics;
        this.model = model;
        for (int i = 0; i < model.labels().size(); i++) {
            labels.put(model.labels().get(i).code(), i);
        }
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        Map<String, Tag> found = new LinkedHashMap<>();
        Map<String, Double> byRule = new LinkedHashMap<>();
        for (Tag tag : byRules.tag(text, soFar)) {
            found.put(tag.getCode(), tag);
            byRule.put(tag.getCode(), tag.getScore());
        }
        Judgement judgement = model.judge(text.article(), byRule);
        List<Tag> tags = new ArrayList<>();
        BlendedScores.of(model, judgement, byRule, topics).forEach((code, score) -> {
            if (score >= KEEP) {
                tags.add(found.containsKey(code) ? blended(found.get(code), score) : byModel(code, score, judgement));
            }
        });
        return tags;
    }

    private Tag blended(Tag rule, double score) {
        boolean untouched = score == rule.getScore() && !labels.containsKey(rule.getCode());
        return untouched
                ? rule
                : Tags.of(
                        TopicTagger.SCHEME,
                        rule.getCode(),
                        rule.getName(),
                        score,
                        Tags.RULE + "+" + Tags.MODEL + "@" + model.id(),
                        rule.getEvidence());
    }

    /** One that is only there because of a narrower one has no features of its own, so no evidence. */
    private Tag byModel(String code, double score, Judgement judgement) {
        Integer label = labels.get(code);
        List<Evidence> evidence = label == null
                ? List.of()
                : judgement.evidence(label, Tags.MOST_EVIDENCE).stream()
                        .map(span -> Tags.evidence(span.field(), span.text(), span.start(), span.end()))
                        .toList();
        return Tags.of(TopicTagger.SCHEME, code, name(code, label), score, Tags.MODEL + "@" + model.id(), evidence);
    }

    private String name(String code, Integer label) {
        Topic topic = topics.topic(code);
        if (topic != null) {
            return topic.name();
        }
        Label known = label == null ? null : model.labels().get(label);
        return known == null ? null : known.name();
    }
}
