package dev.dateline.enrich.place;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.Passage;
import java.util.List;
import java.util.Optional;

/** "Paris, Texas", "Valencia, Spain": a comma and a state or country behind a name say where the town lies. */
final class TownsByState {
    private static final int LONGEST = 3;

    private final Surroundings surroundings;

    TownsByState(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Settles the last of what was found, or adds a town that no list has, when a state or country stands behind it. */
    void settle(List<Found> found, Found outer) {
        Mention state = outer.first();
        if (!isOuter(state)) {
            return;
        }
        Found last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && isRightBefore(last.first(), state)) {
            if (last.first().kind() == Kind.CITY || last.first().kind() == Kind.CAPITAL) {
                settled(last, outer).ifPresent(town -> found.set(found.size() - 1, Found.sure(town)));
            }
        } else {
            unlisted(state).ifPresent(town -> found.add(Found.sure(town)));
        }
    }

    private static boolean isOuter(Mention state) {
        return (state.kind() == Kind.REGION || state.kind() == Kind.NAME)
                && state.passage().gapBefore(state.first()) == Passage.COMMA;
    }

    private static boolean isRightBefore(Mention town, Mention state) {
        return town.passage() == state.passage() && state.first() == town.last() + 1;
    }

    /** The reading that lies there. A town that lies elsewhere is that state's town of the name, unknown so far. */
    private static Optional<Mention> settled(Found town, Found outer) {
        Optional<Mention> inState = town.readings().stream()
                .filter(reading -> outer.readings().stream().anyMatch(state -> lies(reading, state)))
                .findFirst();
        String country = outer.first().code();
        Optional<Mention> there = inState.or(() -> town.readings().stream()
                .filter(reading -> reading.code().equals(country))
                .findFirst());
        return there.isPresent() || outer.first().kind() == Kind.NAME
                ? there
                : Optional.of(unlisted(
                        outer.first(), town.first().first(), town.first().last()));
    }

    private static boolean lies(Mention town, Mention outer) {
        if (outer.kind() == Kind.NAME) {
            return town.code().equals(outer.code());
        }
        return town.locality() != null
                && outer.locality() != null
                && outer.locality().code().equals(town.locality().state());
    }

    /** "in Mount Gilead, Ohio". */
    private Optional<Mention> unlisted(Mention state) {
        Passage passage = state.passage();
        int last = state.first() - 1;
        int first = last;
        while (first > 0
                && last - first < LONGEST - 1
                && passage.gapBefore(first) == Passage.SPACE
                && surroundings.isCapitalisedWord(passage, first - 1)) {
            first--;
        }
        return surroundings.isCapitalisedWord(passage, last) && surroundings.isBehindLocative(passage, first)
                ? Optional.of(unlisted(state, first, last))
                : Optional.empty();
    }

    private static Mention unlisted(Mention state, int first, int last) {
        Passage passage = state.passage();
        String form = passage.text.substring(passage.start(first), passage.end(last));
        Name name = new Name(state.code(), Kind.CITY, false, Spelling.CAPITAL, null)
                .at(Locality.unlisted(state.code(), form));
        return new Mention(name, passage, first, last);
    }
}
