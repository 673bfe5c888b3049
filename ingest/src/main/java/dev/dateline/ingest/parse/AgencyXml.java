package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import dev.dateline.model.Media;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** XML of an agency's own making, read by the map of fields that its dialect declares. */
final class AgencyXml {
    static final String FORMAT = "agency-xml";

    private final XmlElement item;
    private final Dialect dialect;
    private final Draft draft;
    private final Redaction redaction;

    private AgencyXml(XmlElement item, Dialect dialect, Dialect general, int position) {
        this.item = item;
        this.dialect = dialect;
        this.draft = new Draft(FORMAT, position, dialect);
        this.redaction = new Redaction(dialect, general);
    }

    /** The articles, or empty when no dialect knows the document. */
    static Optional<List<Parsed>> parse(XmlElement root, Document document, boolean charsetGuessed, Dialects dialects) {
        for (Dialect dialect : dialects.ofXml()) {
            List<XmlElement> items = root.descendants(dialect.xml().item()).stream()
                    .filter(element -> dialect.xml().fields().values().stream()
                            .anyMatch(path -> places(element, path).anyMatch(text -> true)))
                    .toList();
            if (!items.isEmpty()) {
                List<Parsed> parsed = new ArrayList<>();
                for (XmlElement item : items) {
                    Draft draft = new AgencyXml(item, dialect, dialects.general(), parsed.size()).draft();
                    if (charsetGuessed) {
                        draft.flags.add("charset-guessed");
                    }
                    parsed.add(Articles.of(document, draft));
                }
                return Optional.of(parsed);
            }
        }
        return Optional.empty();
    }

    private Draft draft() {
        draft.guid = text("guid");
        draft.version = text("version");
        draft.slugline = text("slugline");
        draft.genre = text("genre");
        draft.language = text("language");
        draft.urgency = text("urgency");
        draft.versionCreated = text("versionCreated");
        draft.firstCreated = text("firstCreated");
        draft.embargo = text("embargo");
        draft.dateline = text("place");
        draft.credit = text("credit");
        readText();
        all("subject").flatMap(subjects -> Arrays.stream(subjects.split(","))).forEach(this::addSubject);
        NamedPlace.of(
                        "located",
                        text("country"),
                        Stream.ofNullable(text("city")).toList())
                .ifPresent(draft.places::add);
        // flags such as <Annuleret>true</Annuleret>, whose meaning is the dialect's
        for (XmlElement element : item.descendants()) {
            if (!element.hasChildren() && "true".equalsIgnoreCase(element.text())) {
                draft.signals.add(element.name());
            }
        }
        return draft;
    }

    private void readText() {
        draft.headline = line("headline");
        draft.standfirst = line("standfirst");
        all("byline").forEach(draft.bylines::add);
        draft.body = all("body")
                .findFirst()
                .map(body -> Html.isMarkup(body)
                        ? Paragraphs.of(Html.parse(body), dialect.skip())
                        : Paragraphs.ofPlainText(body))
                .map(redaction::publicParagraphs)
                .orElse(List.of());
        draft.addNote(redaction.publicNote(line("edNote")));
        draft.changeNote = redaction.publicNote(text("changeNote"));
        draft.rights = text("copyright") == null ? null : new Rights(null, text("copyright"), null, null);
        if (text("mediaHref") != null || text("mediaCaption") != null) {
            draft.media.add(new Media("picture", line("mediaCaption"), draft.credit, text("mediaHref"), null));
        }
    }

    private void addSubject(String sent) {
        String code = sent.strip();
        boolean number = code.length() >= 7 && PlainText.isNumber(code, 8);
        Catalog.Concept concept = number
                ? Catalog.resolve("subj", "0".repeat(8 - code.length()) + code)
                : new Catalog.Concept(null, null, null);
        draft.subjects.add(new Subject(
                concept.scheme(), concept.code(), number ? null : code, null, concept.uri(), null, null, null));
    }

    /** One line, whether the place has markup or not. */
    private String line(String field) {
        String text = text(field);
        return text == null
                ? null
                : redaction.publicPart(
                        Html.isMarkup(text) ? String.join(" ", Paragraphs.of(Html.parse(text), dialect.skip())) : text);
    }

    private String text(String field) {
        return all(field).map(PlainText::orNull).findFirst().orElse(null);
    }

    private Stream<String> all(String field) {
        String path = dialect.xml().fields().get(field);
        return path == null ? Stream.empty() : places(item, path);
    }

    private static Stream<String> places(XmlElement item, String paths) {
        for (String path : paths.split("\\|")) {
            List<String> found = at(item, path.strip());
            if (!found.isEmpty()) {
                return found.stream();
            }
        }
        return Stream.empty();
    }

    private static List<String> at(XmlElement item, String path) {
        List<XmlElement> elements = List.of(item);
        for (String step : path.split("/")) {
            if (step.startsWith("@")) {
                return elements.stream()
                        .map(element -> element.attribute(step.substring(1)))
                        .filter(AgencyXml::isText)
                        .toList();
            }
            elements = elements.stream()
                    .flatMap(element -> element.children(step).stream())
                    .toList();
        }
        return elements.stream()
                .map(XmlElement::rawText)
                .filter(AgencyXml::isText)
                .toList();
    }

    /** .NET writes year 1 for a time that is not set. */
    private static boolean isText(String value) {
        return PlainText.orNull(value) != null && !value.startsWith("0001-01-01");
    }
}
