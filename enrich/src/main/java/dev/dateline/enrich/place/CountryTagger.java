package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Countries by the names in the text and by the dateline. */
public final class CountryTagger {
    public static final String SCHEME = "country";

    /** Most that a country can get which the dateline alone names, when the text names others: where the reporter stood. */
    private static final double DATELINE_BESIDE_OTHERS = 0.45;

    private static final double KEEP = 0.07;

    private final DatelineReader datelines;

    CountryTagger(DatelineReader datelines) {
        this.datelines = datelines;
    }

    /**
     * Tags of the countries of an article.
     *
     * @param profiles those that the text names, by code
     * @param dateline the dateline's country, or null
     */
    List<Tag> tags(ArticleText text, Map<String, Profile> profiles, String dateline) {
        if (dateline != null) {
            profiles.computeIfAbsent(dateline, code -> new Profile());
        }
        Aboutness aboutness = new Aboutness(text);
        List<Tag> tags = new ArrayList<>();
        profiles.forEach((code, profile) -> {
            boolean isDateline = code.equals(dateline);
            Rivals rivals = Rivals.of(code, profiles);
            double score = aboutness.score(profile, rivals, isDateline);
            if (profile.mentions.isEmpty() && rivals.named() > 0) {
                score = Math.min(score, DATELINE_BESIDE_OTHERS);
            }
            if (score >= KEEP) {
                tags.add(tag(text, code, profile, score, isDateline));
            }
        });
        return tags;
    }

    private Tag tag(ArticleText text, String code, Profile profile, double score, boolean isDateline) {
        List<Evidence> evidence = new ArrayList<>(profile.evidence());
        if (isDateline) {
            evidence.add(
                    Math.min(evidence.size(), Tags.MOST_EVIDENCE - 1),
                    datelines.evidence(text.article().getDateline()));
        }
        String method = profile.mentions.isEmpty() ? Tags.DATELINE : Tags.GAZETTEER;
        return Tags.of(SCHEME, code, Countries.englishName(code), score, method, evidence);
    }
}
