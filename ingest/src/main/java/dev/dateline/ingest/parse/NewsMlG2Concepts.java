package dev.dateline.ingest.parse;

import dev.dateline.model.Countries;
import dev.dateline.model.Place;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Subjects and places of NewsML-G2. */
final class NewsMlG2Concepts {
    private static final String UNKNOWN = "No-Data-Available";

    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,12})?");

    private final String language;

    NewsMlG2Concepts(String language) {
        this.language = language == null ? "" : language;
    }

    Optional<Subject> subject(XmlElement element) {
        XmlElement concept = element.child("mainConcept").orElse(element);
        Catalog.Concept code = code(concept);
        String name = name(concept);
        if (code.code() == null && code.uri() == null && name == null) {
            return Optional.empty();
        }
        String type = element.attribute("type");
        return Optional.of(new Subject(
                code.scheme(),
                code.code(),
                name,
                type == null ? null : type.substring(type.indexOf(':') + 1),
                code.uri(),
                element.attribute("creator"),
                relation(element),
                relevance(element.attribute("relevance"))));
    }

    /** The place that a subject is, when it is one: what the sender says the article is about. */
    List<Place> placesOfSubject(XmlElement subject) {
        String type = subject.attribute("type");
        boolean place = type != null && (type.endsWith(":geoArea") || type.endsWith(":poi"))
                || subject.child("geoAreaDetails").isPresent()
                || subject.children("facet").stream().anyMatch(NewsMlG2Concepts::isGeographic);
        return place ? place(subject, "about").stream().toList() : List.of();
    }

    /** Reuters marks places by a facet: geoProp:5 a country, geoProp:7 a state, geoProp:8 a city. */
    private static boolean isGeographic(XmlElement facet) {
        String code = facet.attribute("qcode");
        return code != null && code.startsWith("geoProp:");
    }

    /** Where the article was written, and the areas around it. */
    List<Place> located(XmlElement located) {
        List<Place> places = new ArrayList<>();
        place(located, "located").ifPresent(places::add);
        if (!places.isEmpty()) {
            located.children("broader")
                    .forEach(broader -> place(broader, "broader").ifPresent(places::add));
        }
        return places;
    }

    private Optional<Place> place(XmlElement element, String rel) {
        boolean literal = element.attribute("qcode", "uri") == null;
        Catalog.Concept code = literal ? new Catalog.Concept(null, null, null) : code(element);
        String sent = name(element);
        String name = sent == null ? element.attribute("literal") : sent;
        if ((code.code() == null && code.uri() == null && name == null)
                || UNKNOWN.equals(code.code())
                || UNKNOWN.equals(name)) {
            return Optional.empty();
        }
        Optional<XmlElement> position = element.child("geoAreaDetails").flatMap(details -> details.child("position"));
        return Optional.of(new Place(
                code.scheme(),
                code.code(),
                name,
                code.uri(),
                rel,
                country(element, code, name).orElse(null),
                position.map(at -> degrees(at.attribute("latitude"), 90)).orElse(null),
                position.map(at -> degrees(at.attribute("longitude"), 180)).orElse(null)));
    }

    /** From the place's own code, from codes it is said to equal, from its name, from the area around it. */
    private Optional<String> country(XmlElement element, Catalog.Concept code, String name) {
        return ofCode(code)
                .or(() -> first(element.children("sameAs"), same -> ofCode(code(same))))
                .or(() -> isCountry(element) ? Countries.byCode(code.code()) : Optional.empty())
                .or(() -> Countries.byName(name))
                .or(() -> ofLastPart(name))
                .or(() ->
                        first(element.children("broader"), broader -> country(broader, code(broader), name(broader))));
    }

    private static Optional<String> first(List<XmlElement> elements, Function<XmlElement, Optional<String>> country) {
        return elements.stream().map(country).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> ofCode(Catalog.Concept code) {
        return code.scheme() != null && code.scheme().startsWith("iso3166")
                ? Countries.byCode(code.code())
                : Optional.empty();
    }

    private static Optional<String> ofLastPart(String name) {
        return name == null || name.indexOf(',') < 0
                ? Optional.empty()
                : Countries.byName(name.substring(name.lastIndexOf(',') + 1));
    }

    private static boolean isCountry(XmlElement element) {
        return element.attribute("type") != null && element.attribute("type").endsWith(":country");
    }

    private static Catalog.Concept code(XmlElement element) {
        String code = element.attribute("qcode", "uri");
        if (code != null) {
            return Catalog.resolve(code);
        }
        return new Catalog.Concept(null, element.attribute("literal"), null);
    }

    /** The name in the language of the item, without a role before one with. */
    private String name(XmlElement element) {
        String first = null;
        String plain = null;
        for (XmlElement name : element.children("name")) {
            String text = name.text();
            if (text != null) {
                if (isInLanguage(name)) {
                    return text;
                }
                first = first == null ? text : first;
                plain = plain == null && name.attribute("role") == null ? text : plain;
            }
        }
        return plain == null ? first : plain;
    }

    private boolean isInLanguage(XmlElement name) {
        return language.length() >= 2
                && name.attribute("lang") != null
                && name.attribute("lang").startsWith(language.substring(0, 2));
    }

    private static String relation(XmlElement subject) {
        String rel = subject.attribute("rel", "why");
        return rel == null ? null : rel.substring(rel.indexOf(':') + 1);
    }

    private static Integer relevance(String value) {
        return PlainText.isNumber(value, 3) && Integer.parseInt(value) <= 100 ? Integer.valueOf(value) : null;
    }

    private static Double degrees(String value, int limit) {
        if (value == null || !DEGREES.matcher(value).matches()) {
            return null;
        }
        double degrees = Double.parseDouble(value);
        return Math.abs(degrees) <= limit ? degrees : null;
    }
}
