package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import dev.dateline.enrich.entity.KnownBodies.Hit;
import dev.dateline.enrich.text.Passage;
import java.util.List;

/** Takes the names of people and organisations out of one passage, from left to right. */
final class NameReader {
    private static final int OFFICE = Cue.TITLE.bit | Cue.ROLE.bit;
    private static final int GIVEN = Cue.GIVEN.bit | Cue.GIVEN_WORD.bit;
    private static final int NO_PLAIN_STOP = GIVEN | Cue.KNOWN.bit | Cue.KNOWN_SMALL.bit;
    private static final int ORGANISATION = Cue.HEAD.bit | Cue.BODY.bit | Cue.OPEN_BODY.bit | Cue.LEGAL.bit;
    private static final int ENDS_OPEN = Cue.STOP.bit | OFFICE;

    private final NameRules rules;
    private final PlaceNames places;
    private final Signs signs;
    private final String language;
    private final boolean nounsHaveCapitals;
    private final boolean isFrench;
    private final boolean isEnglish;
    private final List<Find> finds;

    /** What the words before the current token announce. */
    private Announced announced = Announced.NOTHING;

    /** Cues of all words of the current stretch: what none of them says need not be looked for. */
    private int stretchBits;

    /** The place that ends right before the current token. */
    private int townBefore = -1;

    NameReader(NameRules rules, Signs signs, String language, List<Find> finds) {
        this.rules = rules;
        this.signs = signs;
        this.language = language;
        this.nounsHaveCapitals = language.equals("de");
        this.isFrench = language.equals("fr");
        this.isEnglish = language.equals("en");
        this.finds = finds;
        this.places = new PlaceNames(rules.gazetteer(), signs, language);
    }

    void read() {
        int token = 0;
        while (token < signs.size()) {
            if (signs.isUpper(token)) {
                token = readStretch(token);
            } else {
                token = signs.has(Cue.KNOWN_SMALL, token) ? readKnown(token) : token + 1;
            }
        }
    }

    /** Names that are known beforehand, for passages whose capitals tell nothing. */
    void readKnown() {
        int token = 0;
        while (token < signs.size()) {
            int after = readKnown(token);
            PlaceNames.Found found = after > token + 1 || !signs.isUpper(token) ? null : places.at(token);
            if (found != null && found.sort() == Sort.PERSON) {
                after = add(token, found.last() + 1, Sort.PERSON, null);
            }
            token = after;
        }
    }

    private int readKnown(int token) {
        Hit hit = known(token);
        if (hit == null) {
            return token + 1;
        }
        finds.add(new Find(new Span(signs, token, hit.last()), Sort.ORGANISATION, hit.body(), null));
        return hit.last() + 1;
    }

    private Hit known(int token) {
        return rules.bodies().at(signs, token, language);
    }

    private int readStretch(int from) {
        int bits = signs.of(from);
        if ((bits & Cue.STOP.bit) != 0 && (bits & NO_PLAIN_STOP) == 0 && !isArticleOfName(from)) {
            return from + 1;
        }
        int end = Stretch.end(signs, from);
        stretchBits = Stretch.bits(signs, from, end);
        int token = from;
        announced = Announced.NOTHING;
        townBefore = -1;
        while (token < end) {
            token = readName(token, end);
        }
        return token;
    }

    /** "Los Angeles", "El Salvador" and "Le Pen" where such words are no articles of the language. */
    private boolean isArticleOfName(int token) {
        return isEnglish && signs.has(Cue.PARTICLE, token) && signs.joined(token + 1) && signs.isUpper(token + 1);
    }

    /** Reads the name that begins at a token, or passes over the token; returns where to go on. */
    private int readName(int token, int end) {
        Announced before = announced;
        int town = townBefore;
        announced = Announced.NOTHING;
        townBefore = -1;
        int bits = signs.of(token);
        int organisation = (stretchBits & ORGANISATION) == 0 ? token : OrganisationNames.end(signs, token, end);
        Hit hit = before.compareTo(Announced.TITLE) >= 0 ? null : known(token);
        if (hit != null
                && (organisation <= Stretch.afterForm(signs, hit.last() + 1, end) || isHyphened(hit.last() + 1))) {
            return add(token, Stretch.afterForm(signs, hit.last() + 1, end), Sort.ORGANISATION, hit);
        }
        boolean isStop = (bits & Cue.STOP.bit) != 0 && (bits & GIVEN) == 0 && !isArticleOfName(token);
        if (isStop || !signs.isUpper(token)) {
            return token + 1;
        }
        if (organisation > token) {
            return add(token, organisation, Sort.ORGANISATION, null);
        }
        int afterOffice = Announced.end(signs, token, end, isFrench);
        if (afterOffice > token) {
            announced = Announced.by(signs, token, afterOffice);
            return afterOffice;
        }
        if (before != Announced.NOTHING || (bits & GIVEN) != 0) {
            int person = PersonNames.end(signs, token, end, nounsHaveCapitals);
            if (isPerson(token, person, before)) {
                return add(token, person, Sort.PERSON, null);
            }
        }
        return readPlaceOrOpen(token, end, town);
    }

    private int readPlaceOrOpen(int token, int end, int town) {
        PlaceNames.Found place = places.at(token);
        if (place != null) {
            if (place.sort() != null) {
                return add(token, place.last() + 1, place.sort(), null);
            }
            townBefore = place.isTown() ? token : -1;
            return add(token, place.last() + 1, Sort.PLACE, null);
        }
        int open = openEnd(token, end);
        Sort sort = Surroundings.sort(signs, token, open - 1, nounsHaveCapitals);
        boolean withTown = town >= 0 && (sort == Sort.ORGANISATION || sort == Sort.LIKELY_ORGANISATION);
        return add(withTown ? town : token, open, sort, null);
    }

    /** Adds a name; returns where to go on, behind its acronym if one follows. */
    private int add(int from, int end, Sort sort, Hit hit) {
        int acronym = sort == Sort.ORGANISATION ? acronym(from, end, hit) : -1;
        boolean isPartnership = sort == Sort.ORGANISATION && OrganisationNames.isPartnership(signs, from, end);
        finds.add(new Find(
                new Span(signs, isPartnership ? withPartners(from) : from, end - 1),
                sort,
                hit == null ? null : hit.body(),
                acronym < 0 ? null : new Span(signs, acronym, acronym)));
        return acronym < 0 ? end : acronym + 1;
    }

    /** The acronym in brackets behind a name, unless it is a known one of somebody else; -1 when there is none. */
    private int acronym(int from, int end, Hit hit) {
        int acronym = OrganisationNames.acronym(signs, end);
        boolean isOwn = acronym < 0
                || hit != null
                || known(acronym) == null
                || OrganisationNames.hasInitials(signs, from, end - 1, acronym);
        return isOwn ? acronym : -1;
    }

    /** The first of "Goldman, Sachs and Co", whose names were taken one by one. */
    private int withPartners(int from) {
        int first = from;
        while (first > 0 && !finds.isEmpty() && signs.passage.gapBefore(first) == Passage.COMMA) {
            Find before = finds.get(finds.size() - 1);
            boolean isPartner = before.span().signs() == signs
                    && before.span().last() == first - 1
                    && before.span().tokens() == 1
                    && before.sort() == Sort.OPEN;
            if (!isPartner) {
                break;
            }
            finds.remove(finds.size() - 1);
            first--;
        }
        return first;
    }

    /** "BP-Konzern" is BP. */
    private boolean isHyphened(int token) {
        return nounsHaveCapitals && token < signs.size() && signs.passage.hyphenBefore(token);
    }

    private boolean isPerson(int token, int end, Announced before) {
        if (end == token) {
            return false;
        }
        if (before.compareTo(Announced.TITLE) >= 0) {
            return end - token > 1 || before == Announced.ADDRESS || places.isNoCountry(token);
        }
        int bits = signs.of(token);
        boolean hasGiven = (bits & Cue.GIVEN.bit) != 0 || ((bits & Cue.GIVEN_WORD.bit) != 0 && !isOrdinaryWord(token));
        boolean hasSurname = end - token > 1 && (signs.isUpper(end - 1) || signs.isSecondHalf(end - 1));
        return hasSurname
                && ((hasGiven && !places.isWider(token)) || (before == Announced.ROLE && !places.covers(token)));
    }

    /** "Will China agree", "Mark Street": a given name that is a word too, and nothing strange after it. */
    private boolean isOrdinaryWord(int token) {
        return signs.beginsSentence(token) && !signs.isStrange(token + 1);
    }

    /** One past the last of the words that may be one name, whatever it names. */
    private int openEnd(int token, int end) {
        int next = token + 1;
        while (next < end) {
            int bits = signs.of(next);
            boolean particle = (bits & Cue.STRONG_PARTICLE.bit) != 0 && next + 1 < end;
            boolean name = signs.isUpper(next)
                    && (bits & ENDS_OPEN) == 0
                    && !isNextPerson(next, end)
                    && known(next) == null
                    && !places.covers(next);
            if (!particle && !name && !signs.isSecondHalf(next)) {
                break;
            }
            next++;
        }
        return next;
    }

    private boolean isNextPerson(int token, int end) {
        return (signs.of(token) & Cue.GIVEN.bit) != 0
                && token + 1 < end
                && signs.isUpper(token + 1)
                && !signs.isInitial(token - 1);
    }
}
