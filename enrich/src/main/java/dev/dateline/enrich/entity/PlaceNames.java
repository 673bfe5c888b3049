package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import dev.dateline.enrich.place.Gazetteer;
import dev.dateline.enrich.place.Kind;
import dev.dateline.enrich.place.Name;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Words;

/** What the gazetteer of countries says about the names in a passage, so that no place becomes a person. */
final class PlaceNames {
    private final Gazetteer gazetteer;
    private final Signs signs;
    private final Phrases.Fit<Name> fit;

    PlaceNames(Gazetteer gazetteer, Signs signs, String language) {
        this.gazetteer = gazetteer;
        this.signs = signs;
        this.fit = Gazetteer.wellKnownNames(language);
    }

    /**
     * A name that the gazetteer has.
     *
     * @param sort what it is if it is no place, else null
     */
    record Found(int last, Sort sort, boolean isTown) {}

    Found at(int token) {
        Phrases.Match<Name> match = match(token);
        if (match == null) {
            return null;
        }
        Name name = match.meanings().get(0);
        boolean hint = (signs.of(token) & (Cue.LEGAL.bit | Cue.BODY.bit)) != 0;
        boolean isTown = name.isPlace()
                && (name.kind() == Kind.CITY || name.kind() == Kind.CAPITAL || name.kind() == Kind.REGION);
        return new Found(match.last(), hint || !name.isPlace() ? null : sort(name.kind()), isTown);
    }

    /** True when a name of a place, a nationality or the like begins at a token. */
    boolean covers(int token) {
        return match(token) != null;
    }

    /** True when the name of a place takes in more than the token, as in "San Francisco", or a place stands right behind it. */
    boolean isWider(int token) {
        Phrases.Match<Name> match = match(token);
        return match != null && sortOf(match) == null && (match.last() > token || covers(token + 1));
    }

    /** "Mayor Lincoln" may be somebody, "Premier China" is nobody. */
    boolean isNoCountry(int token) {
        Phrases.Match<Name> match = match(token);
        if (match == null) {
            return true;
        }
        Kind kind = match.meanings().get(0).kind();
        return match.last() == token
                && (kind == Kind.CITY || kind == Kind.REGION || kind == Kind.CAPITAL || kind == Kind.PERSON);
    }

    private Phrases.Match<Name> match(int token) {
        if (token >= signs.size()
                || (signs.passage.word(token) == Words.UNKNOWN && signs.passage.stem(token) == Words.UNKNOWN)) {
            return null;
        }
        return gazetteer.at(signs.passage, token, fit);
    }

    private static Sort sortOf(Phrases.Match<Name> match) {
        Name name = match.meanings().get(0);
        return name.isPlace() ? sort(name.kind()) : null;
    }

    private static Sort sort(Kind kind) {
        return switch (kind) {
            case PERSON -> Sort.PERSON;
            case COMPANY -> Sort.ORGANISATION;
            case NAME, DEMONYM, CAPITAL, SEAT, REGION, CITY, EXCHANGE, CURRENCY -> null;
        };
    }
}
