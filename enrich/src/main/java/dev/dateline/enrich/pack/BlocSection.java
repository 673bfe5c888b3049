package dev.dateline.enrich.pack;

import dev.dateline.enrich.place.Bloc;
import dev.dateline.enrich.place.BlocName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The section blocs: {@code {code: aukus, name: AUKUS, members: [AU, GB, US], names: [Aukus]}}. */
final class BlocSection {
    private final Problems problems;
    private final Forms forms;
    private final Map<String, Bloc> known;
    private final Map<String, Integer> definitions;

    /**
     * Reads blocs.
     *
     * @param shipped the blocs that ship, by code
     * @param definitions gets the codes of new blocs with their lines
     */
    BlocSection(Problems problems, Forms forms, Map<String, Bloc> shipped, Map<String, Integer> definitions) {
        this.problems = problems;
        this.forms = forms;
        this.known = new HashMap<>(shipped);
        this.definitions = definitions;
    }

    List<BlocName> blocs(Entry pack) {
        List<BlocName> names = new ArrayList<>();
        for (Node item : pack.items("blocs")) {
            Entry entry = new Entry(item, problems, "a bloc", "code", "name", "members", "language", "names");
            String code = entry.required("code");
            String language = entry.language();
            Bloc bloc = code == null ? null : bloc(entry, code, names);
            for (Node.Text name : entry.texts("names")) {
                if (forms.isPhrase(Forms.strong(name)) && bloc != null) {
                    names.add(BlocName.of(bloc, name.value(), language));
                }
            }
        }
        return names;
    }

    private Bloc bloc(Entry entry, String code, List<BlocName> names) {
        Bloc there = known.get(code);
        if (there != null) {
            for (String key : List.of("name", "members")) {
                if (entry.has(key)) {
                    problems.add(
                            entry.lineOf(key),
                            "bloc " + code + " is known, as \"" + there.name() + "\": leave the key out");
                }
            }
            return there;
        }
        if (!entry.has("name")) {
            problems.add(
                    entry.lineOf("code"), "there is no bloc " + code + ": give a name to make it, or correct the code");
            return null;
        }
        String name = entry.text("name");
        List<String> members =
                entry.texts("members").stream().map(Node.Text::value).toList();
        if (name != null && forms.isName(new Node.Text(entry.lineOf("name"), name))) {
            int line = members.isEmpty() ? entry.lineOf("code") : entry.lineOf("members");
            problems.at(line, () -> {
                Bloc made = new Bloc(code, name, members);
                known.put(code, made);
                definitions.put(code, entry.line());
                names.add(BlocName.of(made, name, null));
            });
        }
        return known.get(code);
    }
}
