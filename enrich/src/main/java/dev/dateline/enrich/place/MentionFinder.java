package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what names a country or a place in it, and decides between bearers of the same name by the rest of the article. */
public final class MentionFinder {
    private final Gazetteer gazetteer;
    private final Surroundings surroundings;
    private final TownsByState towns;

    public MentionFinder(Gazetteer gazetteer, Hints hints) {
        this.gazetteer = gazetteer;
        this.surroundings = new Surroundings(hints, gazetteer.wellKnownWords());
        this.towns = new TownsByState(surroundings);
    }

    /**
     * All mentions in reading order.
     *
     * @param language primary subtag of the language that the names are in
     * @param datelineCountry supports names that have several bearers; may be null
     */
    List<Mention> find(ArticleText text, String language, String datelineCountry) {
        Set<String> people = new HashSet<>();
        List<Found> found = new ArrayList<>();
        Phrases.Fit<Name> fit = Gazetteer.names(language);
        for (Passage passage : text.passages()) {
            scan(passage, fit, found, people);
        }
        Support support = new Support(found, datelineCountry);
        List<Mention> mentions = new ArrayList<>();
        for (Found one : found) {
            Mention mention = support.decide(one);
            if (mention != null && !isOneOf(people, mention)) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private static boolean isOneOf(Set<String> people, Mention mention) {
        return !people.isEmpty()
                && (mention.kind().isPlace() || mention.kind() == Kind.DEMONYM)
                && people.contains(mention.form());
    }

    private void scan(Passage passage, Phrases.Fit<Name> fit, List<Found> found, Set<String> people) {
        int token = 0;
        while (token < passage.size()) {
            String market = passage.tickerSuffix(token) ? gazetteer.market(passage, token) : null;
            if (market != null) {
                Name exchange = new Name(market, Kind.EXCHANGE, false, Spelling.ACRONYM, null);
                found.add(Found.sure(new Mention(exchange, passage, token, token)));
            }
            Phrases.Match<Name> match = market != null ? null : gazetteer.at(passage, token, fit);
            if (match == null) {
                token++;
                continue;
            }
            token = match.last() + 1;
            List<Mention> readings = readings(passage, match);
            if (readings.isEmpty() || surroundings.isTail(readings.get(0))) {
                continue;
            }
            if (surroundings.isPerson(readings.get(0))) {
                people.add(readings.get(0).form());
                continue;
            }
            boolean locative = surroundings.isBehindLocative(passage, match.first());
            readings.replaceAll(surroundings::inContext);
            Found here = new Found(readings, locative);
            towns.settle(found, here);
            found.add(here);
            token = here.first().last() + 1;
        }
    }

    private static List<Mention> readings(Passage passage, Phrases.Match<Name> match) {
        List<Mention> readings = new ArrayList<>();
        if (match.meanings().get(0).isPlace()) {
            for (Name name : match.meanings()) {
                if (name.isPlace()) {
                    readings.add(new Mention(name, passage, match.first(), match.last()));
                }
            }
        }
        return readings;
    }
}
