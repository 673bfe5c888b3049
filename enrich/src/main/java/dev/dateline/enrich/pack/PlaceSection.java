package dev.dateline.enrich.pack;

import dev.dateline.enrich.place.Hints.Hint;
import dev.dateline.enrich.place.Hints.HintWord;
import dev.dateline.enrich.place.PlaceForm;
import java.util.ArrayList;
import java.util.List;

/** The sections places, notPlaces and hints. */
final class PlaceSection {
    private final Problems problems;
    private final Forms forms;

    PlaceSection(Problems problems, Forms forms) {
        this.problems = problems;
        this.forms = forms;
    }

    /** {@code {country: UA, kind: city, names: [Kupiansk, ~Izium]}}. */
    List<PlaceForm> places(Entry pack) {
        List<PlaceForm> places = new ArrayList<>();
        for (Node item : pack.items("places")) {
            Entry entry = new Entry(item, problems, "a place", "country", "kind", "language", "names");
            String country = entry.required("country");
            String kind = entry.required("kind");
            String language = entry.language();
            entry.mustHave("names");
            for (Node.Text name : entry.texts("names")) {
                if (country != null && kind != null && forms.isName(Forms.strong(name))) {
                    problems.at(entry.line(), () -> places.add(PlaceForm.of(country, kind, language, name.value())));
                }
            }
        }
        return places;
    }

    List<PlaceForm> notPlaces(Entry pack) {
        return forms.names(pack.texts("notPlaces")).stream()
                .map(phrase -> PlaceForm.notAPlace(phrase.value()))
                .toList();
    }

    /** {@code {kind: given, words: [Ngozi, Thandi]}}. */
    List<HintWord> hints(Entry pack) {
        List<HintWord> hints = new ArrayList<>();
        for (Node item : pack.items("hints")) {
            Entry entry = new Entry(item, problems, "a hint", "kind", "words");
            String kind = entry.required("kind");
            for (Node.Text word : forms.names(entry.texts("words"))) {
                if (kind != null) {
                    problems.at(entry.lineOf("kind"), () -> hints.add(new HintWord(Hint.of(kind), word.value())));
                }
            }
        }
        return hints;
    }
}
