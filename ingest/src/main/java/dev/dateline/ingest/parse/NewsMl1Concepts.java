package dev.dateline.ingest.parse;

import dev.dateline.model.Subject;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Subjects and places of NewsML 1. */
final class NewsMl1Concepts {
    private final Draft draft;

    NewsMl1Concepts(Draft draft) {
        this.draft = draft;
    }

    void read(XmlElement metadata) {
        metadata.children("SubjectCode").forEach(code -> code.children().forEach(this::addSubject));
        metadata.children("Location").forEach(this::addPlace);
    }

    /** Eight digits are IPTC Subject Codes whatever the level is called; other codes have the sender's vocabulary. */
    private void addSubject(XmlElement level) {
        String code = level.attribute("FormalName");
        if (code == null) {
            return;
        }
        Catalog.Concept concept = Catalog.isSubjectCode(code)
                ? Catalog.resolve("subj", code)
                : new Catalog.Concept(level.attribute("Scheme", "Vocabulary"), code, null);
        boolean known = draft.subjects.stream()
                .anyMatch(one -> Objects.equals(one.getScheme(), concept.scheme())
                        && Objects.equals(one.getCode(), concept.code()));
        if (!known) {
            draft.subjects.add(new Subject(
                    concept.scheme(), concept.code(), level.attribute("Value"), null, concept.uri(), null, null, null));
        }
    }

    /** HowPresent tells Origin (where it was written) from Event (where it happened). */
    private void addPlace(XmlElement location) {
        String how = location.attribute("HowPresent") == null
                ? ""
                : location.attribute("HowPresent").toLowerCase(Locale.ROOT);
        String rel = how.equals("origin") ? "located" : how.equals("event") ? "about" : PlainText.orNull(how);
        NamedPlace.of(
                        rel,
                        property(location, "Country"),
                        Stream.of(
                                        property(location, "SubLocation"),
                                        property(location, "City"),
                                        property(location, "CountryArea"),
                                        property(location, "Area"))
                                .filter(Objects::nonNull)
                                .toList())
                .filter(place -> !draft.places.contains(place))
                .ifPresent(draft.places::add);
    }

    private static String property(XmlElement location, String name) {
        for (XmlElement property : location.children("Property")) {
            if (name.equals(property.attribute("FormalName")) && property.attribute("Value") != null) {
                return property.attribute("Value");
            }
        }
        return null;
    }
}
