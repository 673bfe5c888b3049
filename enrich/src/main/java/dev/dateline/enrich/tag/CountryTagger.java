package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Aboutness.Profile;
import dev.dateline.model.Dateline;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Countries by the names in the text and by the dateline. */
final class CountryTagger implements Tagger {
    static final String SCHEME = "country";

    /** A country that the dateline alone names, beside others that the text names. */
    private static final double DATELINE_BESIDE_OTHERS = 0.3;
    /** A country that the dateline alone names, and nothing else is named. */
    private static final double DATELINE_ALONE = 0.7;

    private static final double KEEP = 0.02;

    private final MentionFinder finder;
    private final DatelineReader datelines;

    CountryTagger(MentionFinder finder, DatelineReader datelines) {
        this.finder = finder;
        this.datelines = datelines;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String dateline = datelines.country(text);
        Map<String, Profile> profiles = Aboutness.profiles(finder.find(text, dateline));
        boolean hasHeadline = text.article().getHeadline() != null;
        List<Tag> tags = new ArrayList<>();
        profiles.forEach((code, profile) -> {
            boolean isDateline = code.equals(dateline);
            double score = Aboutness.score(Aboutness.features(profile, profiles, hasHeadline, isDateline));
            if (score >= KEEP) {
                List<Evidence> evidence = new ArrayList<>(evidence(profile));
                if (isDateline) {
                    evidence.add(datelines.evidence(text.article().getDateline()));
                }
                tags.add(Tags.of(SCHEME, code, Countries.englishName(code), score, Tags.GAZETTEER, evidence));
            }
        });
        if (dateline != null && !profiles.containsKey(dateline)) {
            tags.add(byDateline(dateline, text.article().getDateline(), profiles.isEmpty()));
        }
        return tags;
    }

    private Tag byDateline(String country, Dateline dateline, boolean alone) {
        return Tags.of(
                SCHEME,
                country,
                Countries.englishName(country),
                alone ? DATELINE_ALONE : DATELINE_BESIDE_OTHERS,
                Tags.DATELINE,
                List.of(datelines.evidence(dateline)));
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
