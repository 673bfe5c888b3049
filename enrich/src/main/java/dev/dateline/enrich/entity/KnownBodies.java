package dev.dateline.enrich.entity;

import dev.dateline.enrich.place.Name.Spelling;
import dev.dateline.enrich.tag.Codes;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Words;

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

    static KnownBodies load(Words words, Cues cues) {
        Phrases<Form> phrases = new Phrases<>(words);
        for (String line : Resources.lines(FILE)) {
            String[] row = line.split("\t", -1);
            if (row.length > 2) {
                throw new IllegalStateException(FILE + ": expected a name, a tab and its forms in \"" + line + "\"");
            }
            boolean isSource = row[0].startsWith("~");
            String name = isSource ? row[0].substring(1) : row[0];
            Body body = new Body(Codes.of(name), name, isSource);
            String forms = row.length == 1 ? name : name + "|" + row[1];
            for (String form : forms.split("\\|")) {
                add(phrases, body, form.trim(), words, cues);
            }
        }
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

    private static void add(Phrases<Form> phrases, Body body, String entry, Words words, Cues cues) {
        boolean inOneLanguage = entry.length() > 3 && entry.charAt(2) == ':';
        String form = inOneLanguage ? entry.substring(3) : entry;
        Spelling spelling = Spelling.of(form);
        phrases.add(form, new Form(body, spelling, inOneLanguage ? entry.substring(0, 2) : null));
        Cue cue = spelling == Spelling.ANY_CASE ? Cue.KNOWN_SMALL : Cue.KNOWN;
        cues.add(words.add(Phrases.split(form).get(0)), cue);
    }
}
