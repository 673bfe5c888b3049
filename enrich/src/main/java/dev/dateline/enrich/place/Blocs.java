package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Resources;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds blocs by their names; those of gazetteer/blocs.tsv ship with this module. */
public final class Blocs {
    private static final String FILE = "/gazetteer/blocs.tsv";
    private static final String NO_MEMBERS = "-";

    private final Phrases<BlocName> phrases;

    private Blocs(Phrases<BlocName> phrases) {
        this.phrases = phrases;
    }

    /** The blocs that ship with this module, by code. */
    public static Map<String, Bloc> shipped() {
        Map<String, Bloc> blocs = new LinkedHashMap<>();
        for (BlocName name : names()) {
            blocs.put(name.bloc().code(), name.bloc());
        }
        return blocs;
    }

    /**
     * Makes them searchable.
     *
     * @param stems over the phrases of all rules, these names among them
     */
    public static Blocs load(Words words, Stems stems, List<BlocName> names) {
        Map<String, List<BlocName>> bySpelling = new LinkedHashMap<>();
        names.forEach(name -> bySpelling
                .computeIfAbsent(Stems.spelling(name.form()), key -> new ArrayList<>())
                .add(name));
        Phrases<BlocName> phrases = new Phrases<>(words);
        stems.expand(bySpelling).forEach((form, all) -> all.forEach(name -> phrases.add(form, name)));
        return new Blocs(phrases.freeze());
    }

    /** The longest name that begins at a token, or null. */
    Phrases.Match<BlocName> at(Passage passage, int token, String language) {
        return phrases.mayBegin(passage, token)
                ? phrases.longestAt(passage, token, (name, in, first, last) -> name.fits(in, first, language))
                : null;
    }

    /** All names that ship with this module. */
    public static List<BlocName> names() {
        List<BlocName> names = new ArrayList<>();
        for (String[] row : Resources.rows(FILE, 4)) {
            List<String> members = row[2].equals(NO_MEMBERS) ? List.of() : List.of(row[2].split(" "));
            Bloc bloc = new Bloc(row[0], row[1], members);
            names.add(BlocName.of(bloc, bloc.name(), null));
            for (String entry : row[3].split("\\|")) {
                String form = entry.trim();
                boolean inOneLanguage = form.length() > 3 && form.charAt(2) == ':';
                names.add(BlocName.of(
                        bloc, inOneLanguage ? form.substring(3) : form, inOneLanguage ? form.substring(0, 2) : null));
            }
        }
        return names;
    }
}
