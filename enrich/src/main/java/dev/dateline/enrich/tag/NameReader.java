package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Find.Sort;
import dev.dateline.enrich.tag.KnownBodies.Hit;
import java.util.List;

/** Takes the names of people and organisations out of one passage, from left to right. */
final class NameReader {
    private static final int OFFICE = Cue.TITLE.bit | Cue.ROLE.bit;
    private static final int GIVEN = Cue.GIVEN.bit | Cue.GIVEN_WORD.bit;
    private static final int NO_PLAIN_STOP = GIVEN | Cue.KNOWN.bit | Cue.KNOWN_SMALL.bit;
    private static final int ORGANISATION = Cue.BODY.bit | Cue.OPEN_BODY.bit | Cue.LEGAL.bit;
    private static final int SMALL = Cue.PARTICLE.bit | Cue.OF.bit | Cue.AND.bit | Cue.STOP.bit;
    private static final int ENDS_OPEN = Cue.STOP.bit | OFFICE;

    private final NameRules rules;
    private final Cues cues;
    private final PlaceNames places;
    private final Passage passage;
    private final String language;
    private final boolean oneSurname;
    private final boolean isFrench;
    private final List<Find> finds;

    /** What the words before the current token announce. */
    private Announced announced = Announced.NOTHING;

    /** Cues of all words of the current stretch: what none of them says need not be looked for. */
    private int stretchBits;

    /** The place that ends right before the current token. */
    private int townBefore = -1;

    private enum Announced {
        NOTHING,
        ROLE,
        TITLE
    }

    NameReader(NameRules rules, Passage passage, String language, List<Find> finds) {
        this.rules = rules;
        this.cues = rules.cues();
        this.passage = passage;
        this.language = language;
        this.oneSurname = language.equals("de");
        this.isFrench = language.equals("fr");
        this.finds = finds;
        this.places = new PlaceNames(rules.gazetteer(), cues, passage, language);
    }

    void read() {
        int token = 0;
        while (token < passage.size()) {
            token = Capitals.isUpper(passage, token) ? readStretch(token) : readKnown(token);
        }
    }

    /** Known organisations alone, for passages whose capitals tell nothing. */
    void readKnown() {
        int token = 0;
        while (token < passage.size()) {
            token = readKnown(token);
        }
    }

    private int readKnown(int token) {
        Hit hit = known(token);
        if (hit == null) {
            return token + 1;
        }
        finds.add(new Find(new Span(passage, token, hit.last()), Sort.ORGANISATION, hit.body(), null));
        return hit.last() + 1;
    }

    private Hit known(int token) {
        return rules.bodies().at(passage, token, language);
    }

    private int readStretch(int from) {
        int bits = cues.of(passage, from);
        if ((bits & Cue.STOP.bit) != 0 && (bits & NO_PLAIN_STOP) == 0) {
            return from + 1;
        }
        stretchBits = bits;
        int end = stretchEnd(from);
        int token = from;
        announced = Announced.NOTHING;
        townBefore = -1;
        while (token < end) {
            token = readName(token, end);
        }
        return token;
    }

    /** One past the last token of capitalised words from here on, with small words between them. */
    private int stretchEnd(int from) {
        int end = from + 1;
        while (true) {
            int next = end;
            while (next - end < 2 && isSmall(next)) {
                next++;
            }
            if (next < passage.size() && Capitals.isUpper(passage, next) && Capitals.joined(passage, next, cues)) {
                stretchBits |= cues.of(passage, next);
                end = next + 1;
            } else if (Capitals.isSecondHalf(passage, end, cues)) {
                end++;
            } else {
                return end;
            }
        }
    }

    private boolean isSmall(int token) {
        return (cues.of(passage, token) & SMALL) != 0
                && !Capitals.isUpper(passage, token)
                && Capitals.joined(passage, token, cues);
    }

    /** Reads the name that begins at a token, or passes over the token; returns where to go on. */
    private int readName(int token, int end) {
        Announced before = announced;
        int town = townBefore;
        announced = Announced.NOTHING;
        townBefore = -1;
        int bits = cues.of(passage, token);
        int organisation =
                (stretchBits & ORGANISATION) == 0 ? token : rules.organisations().end(passage, token, end);
        Hit hit = before == Announced.TITLE ? null : known(token);
        if (hit != null && organisation <= afterForm(hit.last() + 1, end)) {
            return add(token, afterForm(hit.last() + 1, end), Sort.ORGANISATION, hit);
        }
        boolean isStop = (bits & Cue.STOP.bit) != 0 && (bits & GIVEN) == 0;
        if (isStop || !Capitals.isUpper(passage, token)) {
            return token + 1;
        }
        if (organisation > token) {
            return add(token, organisation, Sort.ORGANISATION, null);
        }
        int afterOffice = afterOffice(token, end);
        if (afterOffice > token) {
            return afterOffice;
        }
        if (before != Announced.NOTHING || (bits & GIVEN) != 0) {
            int person = rules.people().end(passage, token, end, oneSurname);
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
        Sort sort = rules.surroundings().sort(passage, token, open - 1);
        boolean withTown = town >= 0 && (sort == Sort.ORGANISATION || sort == Sort.LIKELY_ORGANISATION);
        return add(withTown ? town : token, open, sort, null);
    }

    private int add(int from, int end, Sort sort, Hit hit) {
        int acronym = sort == Sort.ORGANISATION ? rules.organisations().acronym(passage, end) : -1;
        finds.add(new Find(
                new Span(passage, from, end - 1),
                sort,
                hit == null ? null : hit.body(),
                acronym < 0 ? null : new Span(passage, acronym, acronym)));
        return end;
    }

    /** "Siemens AG": the form of a firm belongs to the name. */
    private int afterForm(int token, int end) {
        int after = token;
        while (after < end && cues.has(Cue.LEGAL, passage, after) && Capitals.isUpper(passage, after)) {
            after++;
        }
        return after;
    }

    /** One past "Finance Minister", "Vice President", "Mr"; the token itself when no office is named. */
    private int afterOffice(int token, int end) {
        int after = token;
        Announced found = Announced.NOTHING;
        for (int next = token; next < end; next++) {
            int bits = cues.of(passage, next);
            boolean isMonsieur = isFrench
                    && Capitals.isInitial(passage, next)
                    && passage.text.charAt(passage.start(next)) == 'M'
                    && passage.pointAfter(next);
            boolean isTitle = (bits & Cue.TITLE.bit) != 0 || isMonsieur;
            if (isTitle || (bits & Cue.ROLE.bit) != 0) {
                found = isTitle || found == Announced.TITLE ? Announced.TITLE : Announced.ROLE;
                after = next + 1;
            } else if ((bits & Cue.QUALIFIER.bit) == 0) {
                break;
            }
        }
        announced = found;
        return after;
    }

    private boolean isPerson(int token, int end, Announced before) {
        if (end == token) {
            return false;
        }
        if (before == Announced.TITLE) {
            return end - token > 1 || places.isNoCountry(token);
        }
        int bits = cues.of(passage, token);
        boolean hasGiven = (bits & Cue.GIVEN.bit) != 0
                || ((bits & Cue.GIVEN_WORD.bit) != 0 && !Capitals.beginsSentence(passage, token, cues));
        boolean hasSurname = end - token > 1
                && (Capitals.isUpper(passage, end - 1) || Capitals.isSecondHalf(passage, end - 1, cues));
        return hasSurname
                && ((hasGiven && !places.isWider(token)) || (before == Announced.ROLE && !places.covers(token)));
    }

    /** One past the last of the words that may be one name, whatever it names. */
    private int openEnd(int token, int end) {
        int next = token + 1;
        while (next < end) {
            int bits = cues.of(passage, next);
            boolean particle = (bits & Cue.STRONG_PARTICLE.bit) != 0 && next + 1 < end;
            boolean name = Capitals.isUpper(passage, next)
                    && (bits & ENDS_OPEN) == 0
                    && !isNextPerson(next, end)
                    && known(next) == null
                    && !places.covers(next);
            if (!particle && !name && !Capitals.isSecondHalf(passage, next, cues)) {
                break;
            }
            next++;
        }
        return next;
    }

    private boolean isNextPerson(int token, int end) {
        return (cues.of(passage, token) & Cue.GIVEN.bit) != 0
                && token + 1 < end
                && Capitals.isUpper(passage, token + 1)
                && !Capitals.isInitial(passage, token - 1);
    }
}
