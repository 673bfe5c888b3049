package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Hints.Hint;
import dev.dateline.enrich.place.Name.Trust;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Words;
import java.util.EnumSet;
import java.util.Set;

/** How the words around a name change what it means. */
final class Surroundings {
    private static final int FIRM_REACH = 4;
    private static final Set<Kind> FIRM_NAMES =
            EnumSet.of(Kind.NAME, Kind.DEMONYM, Kind.CITY, Kind.CAPITAL, Kind.REGION);

    private final Hints hints;
    /** Numbers below this are of words that well-known names of places and hints use. */
    private final int words;

    Surroundings(Hints hints, int words) {
        this.hints = hints;
        this.words = words;
    }

    /** "Allied-Lyons": the second half of a name that is no place. */
    boolean isTail(Mention mention) {
        Passage passage = mention.passage();
        int before = mention.first() - 1;
        return (mention.kind() == Kind.CITY || mention.kind() == Kind.CAPITAL)
                && passage.hyphenBefore(mention.first())
                && passage.capitalised(before)
                && isStrange(passage.word(before));
    }

    /** "Michael Jordan", "Mr Holland", "Jerry Welsh", and before a lesser place any other name: "Elizabeth Warren". */
    boolean isPerson(Mention mention) {
        Passage passage = mention.passage();
        int before = mention.first() - 1;
        boolean second = (mention.kind().isPlace() || mention.kind() == Kind.DEMONYM)
                && mention.first() == mention.last()
                && !passage.shouting()
                && passage.gapBefore(mention.first()) == Passage.SPACE
                && passage.capitalised(before);
        return second
                && (hints.is(Hint.GIVEN, passage, before)
                        || hints.is(Hint.TITLE, passage, before)
                        || (mention.weak() && mention.kind().isLocality() && isName(passage, before)));
    }

    /** "in Lens", "near Nancy": what makes a place of a name. */
    boolean isBehindLocative(Passage passage, int token) {
        return passage.gapBefore(token) == Passage.SPACE && hints.is(Hint.LOCATIVE, passage, token - 1);
    }

    boolean isCapitalisedWord(Passage passage, int token) {
        return passage.capitalised(token)
                && Character.isLetter(passage.text.charAt(passage.start(token)))
                && !hints.is(Hint.LOCATIVE, passage, token);
    }

    Mention inContext(Mention mention) {
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
            return lesser(mention, Trust.WEAK);
        }
        boolean nameFollows = !passage.shouting() && passage.gapBefore(next) == Passage.SPACE && isName(passage, next);
        if (single && nameFollows && hints.is(Hint.FIRST, passage, mention.first())) {
            return lesser(mention, Trust.WEAK);
        }
        return nameFollows && mention.weak() && mention.kind().isLocality() ? mention.as(Trust.GUARDED) : mention;
    }

    private static Mention lesser(Mention mention, Trust trust) {
        return mention.guarded() ? mention : mention.as(trust);
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

    /** A capitalised word that neither places nor hints know. */
    private boolean isName(Passage passage, int token) {
        return isCapitalisedWord(passage, token) && isStrange(passage.word(token));
    }

    private boolean isStrange(int word) {
        return word == Words.UNKNOWN || word >= words;
    }
}
