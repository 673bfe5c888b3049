package dev.dateline.ingest.parse;

import dev.dateline.model.Place;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Subjects, places and rights of NITF. */
final class NitfConcepts {
    /** Concepts of identified-content and the kind each names. */
    private static final Map<String, String> TYPES = Map.of(
            "person", "person",
            "org", "organisation",
            "event", "event",
            "location", "geoArea",
            "object.title", "object",
            "function", "abstract",
            "virtloc", "abstract",
            "classifier", "abstract");

    private NitfConcepts() {}

    /** tobject.subject first, then identified-content and the key-list after its first keyword. */
    static void subjects(XmlElement head, List<Subject> subjects) {
        head.children("tobject").stream()
                .flatMap(tobject -> tobject.children("tobject.subject").stream())
                .map(NitfConcepts::subject)
                .flatMap(Optional::stream)
                .forEach(subjects::add);
        head.descendants("identified-content").stream()
                .flatMap(content -> content.children().stream())
                .map(NitfConcepts::identified)
                .flatMap(Optional::stream)
                .forEach(subjects::add);
    }

    private static Optional<Subject> subject(XmlElement subject) {
        String code = subject.attribute("tobject.subject.refnum");
        String name = Stream.of("detail", "matter", "type")
                .map(level -> subject.attribute("tobject.subject." + level))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (code == null && name == null) {
            return Optional.empty();
        }
        String registry = subject.attribute("tobject.subject.ipr");
        boolean iptc = registry == null || registry.equalsIgnoreCase("IPTC");
        Catalog.Concept concept = code == null
                ? new Catalog.Concept(null, null, null)
                : Catalog.resolve((iptc && Catalog.isSubjectCode(code) ? "subj" : iptc ? "" : registry), code);
        return Optional.of(new Subject(concept.scheme(), concept.code(), name, null, concept.uri(), null, null, null));
    }

    private static Optional<Subject> identified(XmlElement concept) {
        String type = TYPES.get(concept.name());
        String name = concept.text() == null ? concept.attribute("value") : concept.text();
        String code = concept.attribute(concept.name().equals("classifier") ? "value" : "idsrc-value");
        return type == null || (name == null && code == null)
                ? Optional.empty()
                : Optional.of(new Subject(
                        concept.name().equals("classifier") ? concept.attribute("type") : concept.attribute("idsrc"),
                        code,
                        name,
                        type,
                        null,
                        null,
                        null,
                        null));
    }

    /** evloc is where the event happened: what the story is about, named by its most specific part. */
    static void places(XmlElement docdata, List<Place> places) {
        for (XmlElement event : docdata.children("evloc")) {
            NamedPlace.of(
                            "about",
                            event.attribute("iso-cc"),
                            Stream.of("city", "county-dist", "state-prov")
                                    .map(event::attribute)
                                    .toList())
                    .ifPresent(places::add);
        }
    }

    /** From doc.copyright, doc.rights and the rights element of the body, whose texts say more. */
    static Rights rights(XmlElement docdata, XmlElement bodyHead) {
        Optional<XmlElement> copyright = docdata.child("doc.copyright");
        Optional<XmlElement> terms = docdata.child("doc.rights");
        Optional<XmlElement> text = bodyHead.child("rights");
        String holder = copyright
                .map(one -> one.attribute("holder"))
                .or(() -> terms.map(one -> one.attribute("owner")))
                .or(() -> text.map(one -> one.textOf("rights.owner")))
                .orElse(null);
        String year = copyright.map(one -> one.attribute("year")).orElse(null);
        String notice = holder == null || year == null ? null : "© " + year + " " + holder;
        String usage = Stream.of("limitations", "geography", "type")
                .flatMap(name -> terms.map(one -> one.attribute(name)).stream())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "; " + other)
                .or(() -> text.map(one -> one.textOf("rights.limitations")))
                .orElse(null);
        return holder == null && usage == null ? null : new Rights(holder, notice, usage, null);
    }
}
