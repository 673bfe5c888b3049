package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import dev.dateline.model.Media;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** XML of an agency's own making, read by the map of fields that its dialect declares. */
final class AgencyXml {
    static final String FORMAT = "agency-xml";
    /** "true" with room for spaces and entities. */
    private static final int LONGEST_FLAG = 30;

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
                            .anyMatch(places -> !texts(element, places).isEmpty()))
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
        for (String subjects : all("subject")) {
            List.of(subjects.split(",")).forEach(this::addSubject);
        }
        NamedPlace.of(
                        "located",
                        text("country"),
                        Stream.ofNullable(text("city")).toList())
                .ifPresent(draft.places::add);
        // flags such as <Annuleret>true</Annuleret>, whose meaning is the dialect's
        for (XmlElement element : item.descendants()) {
            if (!element.hasChildren() && isTrue(element)) {
                draft.signals.add(element.name());
            }
        }
        return draft;
    }

    /** A look at the length first: the longest text of all is one of those that are asked. */
    private static boolean isTrue(XmlElement element) {
        return element.rawText().strip().length() <= LONGEST_FLAG && "true".equalsIgnoreCase(element.text());
    }

    private void readText() {
        draft.headline = line("headline");
        draft.standfirst = line("standfirst");
        all("byline").forEach(draft.bylines::add);
        draft.body = all("body").stream()
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
        List<String> all = all(field);
        return all.isEmpty() ? null : PlainText.orNull(all.get(0));
    }

    private List<String> all(String field) {
        return texts(item, dialect.xml().fields().getOrDefault(field, List.of()));
    }

    private static List<String> texts(XmlElement item, List<List<String>> places) {
        for (List<String> place : places) {
            List<String> found = at(item, place);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> at(XmlElement item, List<String> steps) {
        List<XmlElement> elements = List.of(item);
        for (String step : steps) {
            if (step.startsWith("@")) {
                return texts(elements, element -> element.attribute(step.substring(1)));
            }
            List<XmlElement> below = new ArrayList<>();
            elements.forEach(element -> below.addAll(element.children(step)));
            elements = below;
        }
        return texts(elements, XmlElement::rawText);
    }

    private static List<String> texts(List<XmlElement> elements, Function<XmlElement, String> value) {
        List<String> texts = new ArrayList<>(elements.size());
        for (XmlElement element : elements) {
            String text = value.apply(element);
            if (isText(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** .NET writes year 1 for a time that is not set. */
    private static boolean isText(String value) {
        return value != null && !value.startsWith("0001-01-01") && !PlainText.isEmpty(value);
    }
}
