package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Hints.Hint;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what names a country, and decides between bearers of the same name by the rest of the article. */
public final class MentionFinder {
    private static final int FIRM_REACH = 4;
    private static final Set<Kind> FIRM_NAMES =
            EnumSet.of(Kind.NAME, Kind.DEMONYM, Kind.CITY, Kind.CAPITAL, Kind.REGION);

    private final Gazetteer gazetteer;
    private final Hints hints;
    /** Numbers below this are of words that names of places and hints use; what topics add must not change what a name is. */
    private final int words;

    public MentionFinder(Gazetteer gazetteer, Hints hints, int words) {
        this.gazetteer = gazetteer;
        this.hints = hints;
        this.words = words;
    }

    /** A stretch of text and the countries that it may name. */
    private record Found(List<Mention> readings) {
        Mention first() {
            return readings.get(0);
        }

        boolean isSure() {
            return readings.size() == 1 && !first().weak() && !first().kind().isHint();
        }
    }

    /**
     * All mentions in reading order.
     *
     * @param datelineCountry supports names that have several bearers; may be null
     */
    List<Mention> find(ArticleText text, String datelineCountry) {
        String language = text.language();
        Set<String> people = new HashSet<>();
        List<Found> found = new ArrayList<>();
        for (Passage passage : text.passages()) {
            scan(passage, language, found, people);
        }
        Map<String, Double> support = support(found, datelineCountry);
        List<Mention> mentions = new ArrayList<>();
        for (Found one : found) {
            Mention mention = decide(one, support);
            if (mention != null
                    && !((mention.kind().isPlace() || mention.kind() == Kind.DEMONYM)
                            && people.contains(mention.form()))) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private void scan(Passage passage, String language, List<Found> found, Set<String> people) {
        Found previous = null;
        int token = 0;
        while (token < passage.size()) {
            String market = passage.tickerSuffix(token) ? gazetteer.market(passage, token) : null;
            if (market != null) {
                found.add(new Found(List.of(new Mention(market, Kind.EXCHANGE, false, passage, token, token))));
            }
            Phrases.Match<Name> match = market != null ? null : gazetteer.at(passage, token, language);
            if (match == null) {
                token++;
                continue;
            }
            token = match.last() + 1;
            if (!match.meanings().get(0).isPlace()) {
                continue;
            }
            List<Mention> readings = new ArrayList<>();
            for (Name name : match.meanings()) {
                if (name.isPlace()) {
                    readings.add(
                            new Mention(name.code(), name.kind(), name.weak(), passage, match.first(), match.last()));
                }
            }
            if (isTail(readings.get(0))) {
                continue;
            }
            if (isPerson(readings.get(0))) {
                people.add(readings.get(0).form());
                continue;
            }
            Found here = new Found(readings.stream().map(this::inContext).toList());
            if (previous != null && isWithin(previous, here)) {
                found.remove(found.size() - 1);
                previous.readings().stream()
                        .filter(outer -> here.readings().stream()
                                .anyMatch(inner -> inner.code().equals(outer.code())))
                        .findFirst()
                        .ifPresent(mention -> found.add(new Found(List.of(mention))));
            }
            found.add(here);
            previous = here;
            token = here.first().last() + 1;
        }
    }

    /** "Paris, Texas": a town before its state is that state's town. */
    private static boolean isWithin(Found town, Found state) {
        Mention outer = state.first();
        Mention inner = town.first();
        return inner.passage() == outer.passage()
                && outer.first() == inner.last() + 1
                && outer.passage().gapBefore(outer.first()) == Passage.COMMA
                && (inner.kind() == Kind.CITY || inner.kind() == Kind.CAPITAL)
                && outer.kind() == Kind.REGION
                && !inner.code().equals(outer.code());
    }

    /** "Allied-Lyons": the second half of a name that is no place. */
    private boolean isTail(Mention mention) {
        Passage passage = mention.passage();
        int before = mention.first() - 1;
        return (mention.kind() == Kind.CITY || mention.kind() == Kind.CAPITAL)
                && passage.hyphenBefore(mention.first())
                && passage.capitalised(before)
                && isStrange(passage.word(before));
    }

    private boolean isStrange(int word) {
        return word == Words.UNKNOWN || word >= words;
    }

    /** "Michael Jordan", "Mr Holland", "Jerry Welsh". */
    private boolean isPerson(Mention mention) {
        Passage passage = mention.passage();
        int before = mention.first() - 1;
        return (mention.kind().isPlace() || mention.kind() == Kind.DEMONYM)
                && mention.first() == mention.last()
                && !passage.shouting()
                && passage.gapBefore(mention.first()) == Passage.SPACE
                && passage.capitalised(before)
                && (hints.is(Hint.GIVEN, passage, before) || hints.is(Hint.TITLE, passage, before));
    }

    private Mention inContext(Mention mention) {
        Passage passage = mention.passage();
        int next = mention.last() + 1;
        boolean single = mention.first() == mention.last();
        if (mention.kind() == Kind.NAME || mention.kind() == Kind.DEMONYM) {
            if (hints.is(Hint.UNIT, passage, next) && passage.gapBefore(next) == Passage.SPACE) {
                return mention.as(Kind.CURRENCY).upTo(next);
            }
        }
        if (FIRM_NAMES.contains(mention.kind()) && isFirm(passage, next)) {
            return mention.as(Kind.COMPANY);
        }
        if (single && passage.shouting() && hints.is(Hint.WORD, passage, mention.first())) {
            return mention.asWeak();
        }
        boolean nameFollows = passage.gapBefore(next) == Passage.SPACE
                && passage.capitalised(next)
                && isStrange(passage.word(next))
                && Character.isLetter(passage.text.charAt(passage.start(next)));
        if (single && !passage.shouting() && nameFollows && hints.is(Hint.FIRST, passage, mention.first())) {
            return mention.asWeak();
        }
        return mention;
    }

    /** "Bank of Boston Corp", "Australian Gas Light Ltd": capitals from here on to a word that ends the name of a firm. */
    private boolean isFirm(Passage passage, int next) {
        int reach = passage.shouting() ? 2 : FIRM_REACH;
        for (int token = next; token < next + reach && token < passage.size(); token++) {
            boolean joined = passage.gapBefore(token) == Passage.SPACE
                    && (passage.capitalised(token) || hints.is(Hint.JOINER, passage, token));
            boolean possessive = passage.end(token) - passage.start(token) == 1;
            if (!joined || possessive) {
                return false;
            }
            if (hints.is(Hint.DESIGNATOR, passage, token)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Double> support(List<Found> found, String datelineCountry) {
        Map<String, Double> support = new HashMap<>();
        for (Found one : found) {
            if (one.isSure()) {
                support.merge(one.first().code(), one.first().kind().weight, Double::sum);
            }
        }
        if (datelineCountry != null) {
            support.merge(datelineCountry, 1.0, Double::sum);
        }
        return support;
    }

    private static Mention decide(Found found, Map<String, Double> support) {
        if (found.isSure() || (found.readings().size() == 1 && !found.first().weak())) {
            return found.first();
        }
        Mention best = null;
        double bestSupport = 0;
        for (Mention reading : found.readings()) {
            double own = support.getOrDefault(reading.code(), 0.0);
            if (own > bestSupport) {
                best = reading;
                bestSupport = own;
            }
        }
        if (best != null) {
            return best;
        }
        for (Mention reading : found.readings()) {
            if (!reading.weak() && (best == null || reading.kind().compareTo(best.kind()) < 0)) {
                best = reading;
            }
        }
        return best;
    }
}
