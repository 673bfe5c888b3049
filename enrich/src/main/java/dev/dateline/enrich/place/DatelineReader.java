package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Words;
import dev.dateline.enrich.text.Zone;
import dev.dateline.model.Dateline;
import dev.dateline.model.Evidence;
import java.util.HashMap;
import java.util.Map;

/** Country and place of a dateline: as the parser resolved them, else by the gazetteer. */
public final class DatelineReader {
    private static final Phrases.Fit<Name> ENGLISH = Gazetteer.names("en");

    private final Gazetteer gazetteer;
    private final Words words;

    public DatelineReader(Gazetteer gazetteer, Words words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    /** ISO 3166-1 alpha-2 code of the country, or null when there is no dateline or it cannot be resolved. */
    String country(ArticleText text) {
        Dateline dateline = text.article().getDateline();
        if (dateline == null) {
            return null;
        }
        String stated = Countries.resolve(dateline.getCountry());
        return stated != null ? stated : named(dateline.getText());
    }

    /** The place that a dateline names, in a country. */
    Locality locality(String country, String place) {
        return gazetteer.locality(country, place);
    }

    /** The first place in the words of the dateline, or all of them. */
    Evidence evidence(Dateline dateline) {
        String text = dateline.getText();
        String place =
                dateline.getPlaces().isEmpty() ? "" : dateline.getPlaces().get(0);
        int start = text.toLowerCase(java.util.Locale.ROOT).indexOf(place.toLowerCase(java.util.Locale.ROOT));
        return start < 0 || place.isEmpty()
                ? Tags.evidence("dateline", text, 0, text.length())
                : Tags.evidence("dateline", text, start, start + place.length());
    }

    /** A state or country after the town decides ("CAMBRIDGE, Mass."), else the surest name. */
    private String named(String text) {
        Passage passage = new Passage("dateline", text, Zone.CAPTION, 0, words);
        Map<String, Integer> votes = new HashMap<>();
        int token = 0;
        while (token < passage.size()) {
            Phrases.Match<Name> match = gazetteer.at(passage, token, ENGLISH);
            if (match == null) {
                token++;
                continue;
            }
            for (Name name : match.meanings()) {
                if (name.isPlace() && name.kind().isPlace()) {
                    votes.merge(name.code(), worth(name), Integer::sum);
                }
            }
            token = match.last() + 1;
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static int worth(Name name) {
        int kind =
                switch (name.kind()) {
                    case NAME, REGION -> 4;
                    case CAPITAL -> 3;
                    default -> 2;
                };
        return name.weak() ? 1 : kind;
    }
}
