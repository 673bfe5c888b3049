package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Dateline;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cities and states by the names in the text, and those of the dateline: where the reporter stood, no more than a mention. */
public final class PlaceTagger {
    public static final String SCHEME = "place";

    private static final double WHERE_THE_REPORTER_STOOD = 0.3;
    private static final double KEEP = 0.07;

    private final DatelineReader datelines;

    PlaceTagger(DatelineReader datelines) {
        this.datelines = datelines;
    }

    /**
     * Tags of the places of an article.
     *
     * @param places what the text names, by code
     * @param countries the same by country: a place competes with all countries but its own
     * @param countryTags it is no surer than its country
     * @param country the dateline's country, or null
     */
    List<Tag> tags(
            ArticleText text,
            Map<String, Profile> places,
            Map<String, Profile> countries,
            List<Tag> countryTags,
            String country) {
        Aboutness aboutness = new Aboutness(text);
        Map<String, Double> limits = new LinkedHashMap<>();
        countryTags.forEach(tag -> limits.put(tag.getCode(), tag.getScore()));
        Map<String, Tag> tags = new LinkedHashMap<>();
        places.forEach((code, profile) -> {
            Mention first = profile.mentions.get(0);
            double own = aboutness.score(profile, Rivals.of(first.code(), countries), false);
            double score = Math.min(own, limits.getOrDefault(first.code(), 0.0));
            if (score >= KEEP) {
                String name = first.locality().name();
                tags.put(code, Tags.of(SCHEME, code, name, score, Tags.GAZETTEER, profile.evidence()));
            }
        });
        for (Tag stood : ofDateline(text.article().getDateline(), country)) {
            tags.merge(stood.getCode(), stood, PlaceTagger::both);
        }
        return List.copyOf(tags.values());
    }

    private List<Tag> ofDateline(Dateline dateline, String country) {
        List<Tag> tags = new ArrayList<>();
        for (String place : dateline == null ? List.<String>of() : dateline.getPlaces()) {
            Locality locality = tags.isEmpty() && country != null ? datelines.locality(country, place) : null;
            String code = locality == null ? Locality.slug(place) : locality.code();
            String name = locality == null ? place : locality.name();
            List<Evidence> evidence = List.of(datelines.evidence(dateline));
            tags.add(Tags.of(SCHEME, code, name, WHERE_THE_REPORTER_STOOD, Tags.DATELINE, evidence));
        }
        return tags;
    }

    private static Tag both(Tag named, Tag stood) {
        List<Evidence> evidence = new ArrayList<>(
                named.getEvidence().subList(0, Math.min(named.getEvidence().size(), Tags.MOST_EVIDENCE - 1)));
        evidence.addAll(stood.getEvidence());
        double score = Math.max(named.getScore(), stood.getScore());
        return Tags.of(SCHEME, named.getCode(), named.getName(), score, Tags.GAZETTEER, evidence);
    }

    /** Code of the city or state that is named, or null. */
    static String code(Mention mention) {
        return mention.locality() == null ? null : mention.locality().code();
    }
}
