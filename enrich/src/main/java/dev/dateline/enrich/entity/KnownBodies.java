package dev.dateline.enrich.entity;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;
import java.util.List;

/** Organisations that are known by name, from gazetteer/organisations.tsv. */
final class KnownBodies {
    private static final String FILE = "/gazetteer/organisations.tsv";

    private final Phrases<Form> phrases;

    private KnownBodies(Phrases<Form> phrases) {
        this.phrases = phrases;
    }

    /**
     * An organisation by its full name.
     *
     * @param isSource true when articles quote it more often than they are about it
     */
    record Body(String code, String name, boolean isSource) {}

    /** An organisation named in the text, up to the last token of the name. */
    record Hit(Body body, int last) {}

    /** One of the forms of a name; the language is null when it holds in all. */
    private record Form(Body body, Spelling spelling, String language) {}

    /** The shipped organisations, and more. */
    static KnownBodies load(Words words, Cues cues, List<BodyName> more) {
        Phrases<Form> phrases = new Phrases<>(words);
        for (String line : Resources.lines(FILE)) {
            String[] row = line.split("\t", -1);
            if (row.length > 2) {
                throw new IllegalStateException(FILE + ": expected a name, a tab and its forms in \"" + line + "\"");
            }
            String forms = String.join("|", row);
            for (String form : forms.split("\\|")) {
                add(phrases, BodyName.of(row[0], form.trim()), words, cues);
            }
        }
        cues.endOfShipped(words);
        more.forEach(name -> add(phrases, name, words, cues));
        return new KnownBodies(phrases.freeze());
    }

    /** The longest known name that begins at a token, or null. */
    Hit at(Signs signs, int token, String language) {
        int bits = signs.of(token) & (Cue.KNOWN.bit | Cue.KNOWN_SMALL.bit);
        if (bits == 0 || (bits == Cue.KNOWN.bit && !signs.isUpper(token))) {
            return null;
        }
        Phrases.Match<Form> match = phrases.longestAt(
                signs.passage, token, (form, in, first, last) -> fits(form, signs, first, last, language));
        return match == null ? null : new Hit(match.meanings().get(0).body(), match.last());
    }

    private static boolean fits(Form form, Signs signs, int first, int last, String language) {
        if (form.language() != null && !form.language().equals(language)) {
            return false;
        }
        return switch (form.spelling()) {
            case ANY_CASE, ABBREVIATION, AFTER_COMMA -> true;
            case CAPITAL -> signs.passage.capitalised(first) && signs.passage.capitalised(last);
            case ACRONYM, DOTTED -> signs.passage.allCapitals(first) && isNoWord(signs, first);
        };
    }

    /** In a headline all in capitals WHO asks, and AP may be anything. */
    private static boolean isNoWord(Signs signs, int token) {
        Passage passage = signs.passage;
        return !passage.shouting() || (passage.end(token) - passage.start(token) > 2 && !signs.has(Cue.STOP, token));
    }

    private static void add(Phrases<Form> phrases, BodyName name, Words words, Cues cues) {
        Body body = new Body(name.code(), name.name(), name.isSource());
        Spelling spelling = Spelling.of(name.form());
        phrases.add(name.form(), new Form(body, spelling, name.language()));
        Cue cue = spelling == Spelling.ANY_CASE ? Cue.KNOWN_SMALL : Cue.KNOWN;
        cues.add(words.add(Phrases.split(name.form()).get(0)), cue);
    }
}
