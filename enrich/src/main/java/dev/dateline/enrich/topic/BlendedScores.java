package dev.dateline.enrich.topic;

import dev.dateline.enrich.learn.Judgement;
import dev.dateline.enrich.learn.Label;
import dev.dateline.enrich.learn.TopicModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of topics by a model and by rules together. The model has seen the rules' scores beside the words and learnt how
 * far to trust them, so for its own topics its score is the blend. Of the others, those at the top keep the rules' score
 * as far as the model's wire bears it out, and narrower ones are no surer than the nearest known topic above.
 */
final class BlendedScores {
    private BlendedScores() {}

    /**
     * Blends.
     *
     * @param byRules scores of the rules by code
     * @param topics where the codes stand
     */
    static Map<String, Double> of(
            TopicModel model, Judgement judgement, Map<String, Double> byRules, TopicRules topics) {
        Map<String, Double> scores = new LinkedHashMap<>();
        List<Label> labels = model.labels();
        for (int i = 0; i < labels.size(); i++) {
            scores.put(labels.get(i).code(), judgement.score(i));
        }
        Map<String, Double> narrower = new LinkedHashMap<>();
        byRules.forEach((code, score) -> {
            if (!scores.containsKey(code)) {
                boolean top = topics.topic(code).parent() == null;
                (top ? scores : narrower).put(code, top ? score * model.trust(code) : score);
            }
        });
        for (Label label : labels) {
            raiseAncestors(topics.topic(label.code()), scores.get(label.code()), scores);
        }
        narrower.forEach((code, score) -> scores.put(code, Math.min(score, ceiling(topics.topic(code), scores))));
        return scores;
    }

    /** A narrower topic brings those above it. */
    private static void raiseAncestors(Topic topic, double score, Map<String, Double> scores) {
        for (Topic up = topic == null ? null : topic.parent(); up != null; up = up.parent()) {
            scores.merge(up.code(), score, Math::max);
        }
    }

    private static double ceiling(Topic topic, Map<String, Double> scores) {
        for (Topic up = topic.parent(); up != null; up = up.parent()) {
            if (scores.containsKey(up.code())) {
                return scores.get(up.code());
            }
        }
        return 1;
    }
}
