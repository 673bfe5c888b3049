package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Dateline;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The places of the dateline: where the reporter stood, which is no more than a mention. */
public final class PlaceTagger implements Tagger {
    public static final String SCHEME = "place";

    private static final double WHERE_THE_REPORTER_STOOD = 0.3;

    private final DatelineReader datelines;

    public PlaceTagger(DatelineReader datelines) {
        this.datelines = datelines;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        Dateline dateline = text.article().getDateline();
        if (dateline == null) {
            return List.of();
        }
        String country = datelines.country(text);
        List<Tag> tags = new ArrayList<>();
        for (String place : dateline.getPlaces()) {
            boolean first = tags.isEmpty();
            String code = code(place, first ? country : null);
            tags.add(Tags.of(
                    SCHEME,
                    code,
                    place,
                    WHERE_THE_REPORTER_STOOD,
                    Tags.DATELINE,
                    List.of(datelines.evidence(dateline))));
        }
        return tags;
    }

    /** "BE/brussels", or "brussels" when the country is not known. */
    private static String code(String place, String country) {
        String name = place.trim().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return country == null ? name : country + "/" + name;
    }
}
