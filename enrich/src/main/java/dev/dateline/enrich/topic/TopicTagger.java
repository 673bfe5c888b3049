package dev.dateline.enrich.topic;

import dev.dateline.enrich.language.LanguageTagger;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Words;
import dev.dateline.enrich.topic.Support.Hit;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Media Topics by weighted phrases. A topic collects the weight of its phrases and of those below it: more in the
 * headline and at the beginning, less for each repetition. Score = how much there is, times its share beside the
 * strongest topic.
 */
public final class TopicTagger implements Tagger {
    public static final String SCHEME = "medtop";

    private static final double HEADLINE = 1.8;
    private static final double LEAD = 0.5;
    private static final double LEAD_REACH = 300;
    private static final double REPEATED = 0.3;
    private static final double ENOUGH = 7.0;
    private static final double LENGTH_UNIT = 1000;
    private static final double KEEP = 0.3;

    private final TopicRules rules;

    public TopicTagger(TopicRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        List<Support> found = found(text, LanguageTagger.language(text, soFar));
        int length = text.passages().stream()
                .mapToInt(passage -> passage.text.length())
                .sum();
        double enough = ENOUGH * Math.max(0.6, Math.sqrt(length / LENGTH_UNIT));
        double most = 0;
        for (Support support : found) {
            if (support.topic.parent() == null) {
                most = Math.max(most, support.mass());
            }
        }
        List<Tag> tags = new ArrayList<>();
        for (Support support : found) {
            double mass = support.mass();
            double score = (1 - Math.exp(-mass / enough)) * besideStrongest(mass / most);
            if (score >= KEEP) {
                Topic topic = support.topic;
                tags.add(Tags.of(SCHEME, topic.code(), topic.name(), score, support.method(), support.evidence()));
            }
        }
        return tags;
    }

    /** All topics that something speaks for. */
    private List<Support> found(ArticleText text, String language) {
        List<Support> found = new ArrayList<>();
        Support[] byTopic = new Support[rules.count()];
        Map<Long, Integer> seen = new HashMap<>();
        for (Passage passage : text.passages()) {
            int token = 0;
            while (token < passage.size()) {
                Phrases.Match<TopicRules.Vote> match = rules.at(passage, token, language);
                if (match == null) {
                    token++;
                    continue;
                }
                int times = seen.merge(form(passage, match), 1, Integer::sum);
                double worth = weight(passage, match.first()) * (times == 1 ? 1 : Math.pow(REPEATED, times - 1));
                for (TopicRules.Vote vote : match.meanings()) {
                    if (vote.weight() > 0) {
                        add(
                                vote.topic(),
                                new Hit(passage, match.first(), match.last(), worth * vote.weight()),
                                byTopic,
                                found);
                    }
                }
                token = match.last() + 1;
            }
        }
        return found;
    }

    private static long form(Passage passage, Phrases.Match<?> match) {
        long form = 0;
        for (int token = match.first(); token <= match.last(); token++) {
            int word = passage.stem(token) == Words.UNKNOWN ? passage.word(token) : passage.stem(token);
            form = form * 1_000_003L + word;
        }
        return form;
    }

    /** A phrase speaks for its topic and for all above it. */
    private static void add(Topic topic, Hit hit, Support[] byTopic, List<Support> found) {
        for (Topic up = topic; up != null; up = up.parent()) {
            if (byTopic[up.number()] == null) {
                byTopic[up.number()] = new Support(up);
                found.add(byTopic[up.number()]);
            }
            byTopic[up.number()].add(hit, up == topic);
        }
    }

    /** Falls along the text without a step, so that two topics hardly ever weigh the same. */
    private static double weight(Passage passage, int token) {
        int start = passage.start(token);
        return switch (passage.zone) {
            case HEADLINE -> HEADLINE - start / LEAD_REACH;
            case LEAD, BODY -> 1 + LEAD * Math.exp(-(passage.offset + start) / LEAD_REACH);
            case CAPTION -> 1;
        };
    }

    /** Little less than 1 for a topic that is nearly as strong as the strongest, and yet always less. */
    private static double besideStrongest(double share) {
        return Math.sqrt(share * (1.6 - 0.6 * share));
    }
}
