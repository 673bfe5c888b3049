package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Aboutness.Profile;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Dateline;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Countries by the names in the text and by the dateline. */
public final class CountryTagger implements Tagger {
    public static final String SCHEME = "country";

    /** Most that a country can get which the dateline alone names, when the text names others: where the reporter stood. */
    private static final double DATELINE_BESIDE_OTHERS = 0.45;

    private static final double KEEP = 0.02;

    private final MentionFinder finder;
    private final DatelineReader datelines;

    public CountryTagger(MentionFinder finder, DatelineReader datelines) {
        this.finder = finder;
        this.datelines = datelines;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String dateline = datelines.country(text);
        Map<String, Profile> profiles = Aboutness.profiles(finder.find(text, dateline));
        if (dateline != null) {
            profiles.computeIfAbsent(dateline, code -> new Profile());
        }
        boolean hasHeadline = text.article().getHeadline() != null;
        List<Tag> tags = new ArrayList<>();
        profiles.forEach((code, profile) -> {
            boolean isDateline = code.equals(dateline);
            double score = Aboutness.score(Aboutness.features(profile, profiles, hasHeadline, isDateline));
            if (profile.mentions.isEmpty() && profiles.values().stream().anyMatch(Profile::isNamed)) {
                score = Math.min(score, DATELINE_BESIDE_OTHERS);
            }
            if (score >= KEEP) {
                tags.add(tag(code, profile, score, isDateline ? text.article().getDateline() : null));
            }
        });
        return tags;
    }

    private Tag tag(String code, Profile profile, double score, Dateline dateline) {
        List<Evidence> evidence = new ArrayList<>(evidence(profile));
        if (dateline != null) {
            evidence.add(datelines.evidence(dateline));
        }
        String method = profile.mentions.isEmpty() ? Tags.DATELINE : Tags.GAZETTEER;
        return Tags.of(SCHEME, code, Countries.englishName(code), score, method, evidence);
    }

    private static List<Evidence> evidence(Profile profile) {
        return profile.mentions.stream()
                .sorted(Comparator.comparingDouble((Mention mention) -> -mention.kind().weight * reach(mention))
                        .thenComparing(mention -> mention.passage().offset + mention.start()))
                .limit(Tags.MOST_EVIDENCE - 1L)
                .map(Mention::evidence)
                .toList();
    }

    private static double reach(Mention mention) {
        return switch (mention.passage().zone) {
            case HEADLINE -> 3;
            case LEAD -> 2;
            case BODY, CAPTION -> 1;
        };
    }
}
