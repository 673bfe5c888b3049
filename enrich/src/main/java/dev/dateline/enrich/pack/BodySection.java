package dev.dateline.enrich.pack;

import dev.dateline.enrich.entity.BodyName;
import java.util.ArrayList;
import java.util.List;

/** The section organisations: {@code {name: Acme Foundation, names: [AF], source: true}}. */
final class BodySection {
    private final Problems problems;
    private final Forms forms;

    BodySection(Problems problems, Forms forms) {
        this.problems = problems;
        this.forms = forms;
    }

    List<BodyName> organisations(Entry pack) {
        List<BodyName> organisations = new ArrayList<>();
        for (Node item : pack.items("organisations")) {
            Entry entry = new Entry(item, problems, "an organisation", "name", "names", "language", "source");
            String name = entry.required("name");
            String language = entry.language();
            boolean isSource = isSource(entry);
            List<Node.Text> names = forms.names(entry.texts("names"));
            if (name != null && forms.isName(new Node.Text(entry.lineOf("name"), name))) {
                organisations.add(new BodyName(name, isSource, name, null));
                names.forEach(form -> organisations.add(new BodyName(name, isSource, form.value(), language)));
            }
        }
        return organisations;
    }

    private boolean isSource(Entry entry) {
        String source = entry.text("source");
        if (source != null && !source.equals("true") && !source.equals("false")) {
            problems.add(entry.lineOf("source"), "source is true or false");
        }
        return "true".equals(source);
    }
}
