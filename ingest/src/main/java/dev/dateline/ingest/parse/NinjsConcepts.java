package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.model.Countries;
import dev.dateline.model.Place;
import dev.dateline.model.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subjects, people, organisations and places of ninjs. */
final class NinjsConcepts {
    private final JsonNode node;
    private final Draft draft;

    NinjsConcepts(JsonNode node, Draft draft) {
        this.node = node;
        this.draft = draft;
    }

    void read() {
        addSubjects(null, "subjects", "subject");
        addSubjects("person", "people", "person");
        addSubjects("organisation", "organisations", "organisation");
        addSubjects("event", "events", "event");
        addSubjects("object", "objects", "object");
        addLocated();
        for (String name : List.of("places", "place")) {
            NinjsValues.elements(node.path(name)).forEach(this::addPlace);
        }
    }

    private void addSubjects(String type, String... names) {
        for (String name : names) {
            NinjsValues.elements(node.path(name))
                    .forEach(concept -> subject(concept, type).ifPresent(draft.subjects::add));
        }
    }

    private static Optional<Subject> subject(JsonNode concept, String type) {
        Catalog.Concept code = code(concept);
        String name = NinjsValues.text(concept, "name");
        if (code.code() == null && code.uri() == null && name == null) {
            return Optional.empty();
        }
        String rel = NinjsValues.text(concept, "rel");
        String rels = rel == null
                        && concept.path("rels").isArray()
                        && !concept.path("rels").isEmpty()
                ? concept.path("rels").get(0).asText()
                : rel;
        return Optional.of(new Subject(
                code.scheme(),
                code.code(),
                name,
                type,
                code.uri(),
                NinjsValues.text(concept, "creator"),
                rels,
                relevance(concept)));
    }

    /** By uri from version 2, by scheme and code in version 1; a literal is a code of nobody knows which scheme. */
    private static Catalog.Concept code(JsonNode concept) {
        String uri = NinjsValues.text(concept, "uri");
        String literal = NinjsValues.firstText(concept, "code", "literal");
        if (uri != null) {
            Catalog.Concept resolved = Catalog.resolve(uri);
            return resolved.code() == null ? new Catalog.Concept(null, literal, uri) : resolved;
        }
        Catalog.Concept resolved = Catalog.resolve(NinjsValues.text(concept, "scheme"), literal);
        return resolved.code() == null && resolved.uri() == null
                ? new Catalog.Concept(resolved.scheme(), literal, null)
                : resolved;
    }

    private void addLocated() {
        JsonNode located = node.path("located");
        if (located.isTextual() && !located.asText().isBlank()) {
            String name = PlainText.clean(located.asText());
            String country =
                    Countries.byName(name.substring(name.lastIndexOf(',') + 1)).orElse(null);
            draft.places.add(new Place(null, null, name, null, "located", country, null, null));
        } else if (located.isObject()) {
            place(located, "located").ifPresent(draft.places::add);
        }
    }

    private void addPlace(JsonNode place) {
        place(place, NinjsValues.text(place, "rel")).ifPresent(draft.places::add);
    }

    private static Optional<Place> place(JsonNode place, String rel) {
        Catalog.Concept code = code(place);
        String name = NinjsValues.text(place, "name");
        if (code.code() == null && code.uri() == null && name == null) {
            return Optional.empty();
        }
        String scheme = code.scheme() == null ? "" : code.scheme().toLowerCase(Locale.ROOT);
        Optional<String> country = scheme.startsWith("iso3166") || scheme.equals("country")
                ? Countries.byCode(code.code())
                : Optional.empty();
        JsonNode geometry = NinjsValues.field(place, "geoJSON");
        JsonNode point = (geometry.isMissingNode() ? place.path("geometry_geojson") : geometry).path("coordinates");
        boolean coordinates = point.size() == 2
                && point.get(0).isNumber()
                && point.get(1).isNumber()
                && Math.abs(point.get(1).asDouble()) <= 90;
        return Optional.of(new Place(
                code.scheme(),
                code.code(),
                name,
                code.uri(),
                rel,
                country.or(() -> Countries.byName(name)).orElse(null),
                coordinates ? point.get(1).asDouble() : null,
                coordinates ? point.get(0).asDouble() : null));
    }

    private static Integer relevance(JsonNode concept) {
        JsonNode relevance = concept.path("relevance");
        return relevance.isNumber() && relevance.asDouble() >= 0 && relevance.asDouble() <= 100
                ? Integer.valueOf((int) Math.round(relevance.asDouble()))
                : null;
    }
}
