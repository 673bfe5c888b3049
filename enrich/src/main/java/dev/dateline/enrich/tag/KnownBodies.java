package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Name.Spelling;

/** Organisations that are known by name, from gazetteer/organisations.tsv. */
final class KnownBodies {
    private static final String FILE = "/gazetteer/organisations.tsv";

    private final Phrases<Form> phrases;
    private final Cues cues;

    private KnownBodies(Phrases<Form> phrases, Cues cues) {
        this.phrases = phrases;
        this.cues = cues;
    }

    /** An organisation by its full name. */
    record Body(String code, String name) {}

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
            Body body = new Body(Codes.of(row[0]), row[0]);
            String forms = row.length == 1 ? row[0] : row[0] + "|" + row[1];
            for (String form : forms.split("\\|")) {
                add(phrases, body, form.trim(), words, cues);
            }
        }
        return new KnownBodies(phrases.freeze(), cues);
    }

    /** The longest known name that begins at a token, or null. */
    Hit at(Passage passage, int token, String language) {
        int bits = cues.of(passage, token) & (Cue.KNOWN.bit | Cue.KNOWN_SMALL.bit);
        if (bits == 0 || (bits == Cue.KNOWN.bit && !Capitals.isUpper(passage, token))) {
            return null;
        }
        Phrases.Match<Form> match =
                phrases.longestAt(passage, token, (form, in, first, last) -> fits(form, in, first, last, language));
        return match == null ? null : new Hit(match.meanings().get(0).body(), match.last());
    }

    private boolean fits(Form form, Passage passage, int first, int last, String language) {
        if (form.language() != null && !form.language().equals(language)) {
            return false;
        }
        return switch (form.spelling()) {
            case ANY_CASE, ABBREVIATION -> true;
            case CAPITAL -> passage.capitalised(first) && passage.capitalised(last);
            case ACRONYM, DOTTED -> passage.allCapitals(first) && isNoWord(passage, first);
        };
    }

    /** In a headline all in capitals WHO asks, and AP may be anything. */
    private boolean isNoWord(Passage passage, int token) {
        return !passage.shouting()
                || (passage.end(token) - passage.start(token) > 2 && !cues.has(Cue.STOP, passage, token));
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
