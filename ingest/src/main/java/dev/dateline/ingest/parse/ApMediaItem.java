package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Countries;
import dev.dateline.model.Place;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;

/** An item of the AP Media API: ninjs 1 with fields of its own. The text is a rendition that has to be fetched. */
final class ApMediaItem {
    static final String FORMAT = "ap-media";
    /** AP names its news categories by letters, as ANPA 1312 does. */
    private static final String CATEGORIES = "a1312cat";

    private final JsonNode node;
    private final Draft draft;
    private final Redaction redaction;

    ApMediaItem(JsonNode node, String provider, Dialects dialects, int position) {
        this.node = node;
        this.draft = new NinjsItem(node, FORMAT, provider, dialects, position).draft();
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isItem(JsonNode node) {
        return node.path("altids").path("itemid").isTextual();
    }

    Draft draft() {
        draft.formatVersion = null;
        // the uri carries the query and the version
        draft.guid = node.path("altids").path("itemid").asText();
        draft.standfirst = redaction.publicPart(NinjsValues.text(node, "description_summary"));
        draft.genre = NinjsValues.text(node, "profile");
        draft.credit = NinjsValues.firstText(node, "description_creditline", "creditline", "provider");
        node.path("bylines").forEach(byline -> {
            String by = NinjsValues.text(byline, "by");
            if (by != null) {
                draft.bylines.add(by);
            }
        });
        if (draft.bylines.isEmpty() && node.path("photographer").hasNonNull("name")) {
            draft.bylines.add(node.path("photographer").path("name").asText());
        }
        draft.dateline = NinjsValues.text(node, "located");
        node.path("signals").forEach(signal -> draft.signals.add(signal.asText()));
        draft.subjects.replaceAll(ApMediaItem::withScheme);
        readRights();
        readLocation();
        return draft;
    }

    private static Subject withScheme(Subject subject) {
        boolean category = subject.getScheme() == null && "category".equals(subject.getRel());
        return category ? Subject.newBuilder(subject).setScheme(CATEGORIES).build() : subject;
    }

    private void readRights() {
        List<String> terms = new ArrayList<>();
        node.path("usageterms").forEach(term -> terms.add(term.asText()));
        if (!terms.isEmpty()) {
            draft.rights = new Rights(
                    NinjsValues.text(node, "copyrightHolder"),
                    NinjsValues.text(node, "copyrightNotice"),
                    PlainText.orNull(String.join(" ", terms)),
                    null);
        }
    }

    /** The place of the dateline, with the coordinates that AP gives it. */
    private void readLocation() {
        JsonNode location = node.path("datelinelocation");
        String city = NinjsValues.text(location, "city");
        String country = NinjsValues.text(location, "countrycode");
        if (city == null && country == null) {
            return;
        }
        draft.places.removeIf(place -> "located".equals(place.getRel()));
        JsonNode point = location.path("geometry_geojson").path("coordinates");
        boolean known =
                point.size() == 2 && point.get(0).isNumber() && point.get(1).isNumber();
        draft.places.add(
                0,
                new Place(
                        null,
                        null,
                        city == null ? NinjsValues.text(location, "countryname") : city,
                        null,
                        "located",
                        Countries.byCode(country).orElse(null),
                        known ? point.get(1).asDouble() : null,
                        known ? point.get(0).asDouble() : null));
    }
}
