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

    /** Most that a country can get which the dateline alone names, when the story is clearly another's: where the reporter stood. */
    private static final double WHERE_THE_REPORTER_STOOD = 0.45;

    /** From here on the story is clearly that of a country which the text names. */
    private static final double CLEAR = 0.9;

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
            profiles.computeIfAbsent(dateline, code -> new Profile()); // behind all that the text names
        }
        Aboutness aboutness = new Aboutness(text);
        List<Tag> tags = new ArrayList<>();
        profiles.forEach((code, profile) -> {
            boolean isDateline = code.equals(dateline);
            double score = aboutness.score(profile, Rivals.of(code, profiles), isDateline);
            if (profile.mentions.isEmpty() && tags.stream().anyMatch(tag -> tag.getScore() >= CLEAR)) {
                score = Math.min(score, WHERE_THE_REPORTER_STOOD);
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
