package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Link;
import dev.dateline.model.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One ninjs object of any major version; the names of fields differ between them mostly in case and plural. */
final class NinjsItem {
    static final String FORMAT = "ninjs";
    private static final Set<String> NOT_THE_TEXT =
            Set.of("caption", "teaser", "summary", "abstract", "creditline", "seo", "short");

    private static final Pattern VERSION = Pattern.compile("(?:ninjs-schema_|^|ninjs[ /:-]?)([1-9](?:\\.\\d{1,2})?)");
    private static final List<String> FIELDS_OF_3 = List.of(
            "pubStatus",
            "versionCreated",
            "firstCreated",
            "copyrightHolder",
            "copyrightNotice",
            "edNote",
            "usageTerms",
            "altIds",
            "contentCreated",
            "embargoedUntil",
            "infoSources",
            "rightsInfo",
            "eventDetails");
    private static final List<String> FIELDS_OF_2 =
            List.of("headlines", "bodies", "descriptions", "subjects", "people", "places");

    private final JsonNode node;
    private final Draft draft;
    private final Redaction redaction;

    NinjsItem(JsonNode node, String format, String provider, Dialects dialects, int position) {
        this.node = node;
        Dialect dialect = dialects.of(format, provider, senders());
        this.redaction = new Redaction(dialect, dialects.general());
        this.draft = new Draft(format, position, dialect);
    }

    /** What the object says. */
    Draft draft() {
        draft.formatVersion = version();
        draft.guid = NinjsValues.firstText(node, "uri", "guid");
        draft.kind = text("type");
        draft.version = text("version");
        draft.pubStatus = PubStatuses.of(text("pubStatus"));
        draft.urgency = text("urgency");
        draft.language = text("language");
        draft.versionCreated = text("versionCreated");
        draft.firstCreated = text("firstCreated");
        draft.embargo = embargo();
        draft.expires = text("expires");
        draft.slugline = text("slugline");
        draft.genre = NinjsValues.firstName(any("genres"), any("genre"));
        readText();
        readRights();
        new NinjsConcepts(node, draft).read();
        readLinks();
        new NinjsMedia(node, draft, redaction).read();
        return draft;
    }

    private void readText() {
        draft.headline = new NinjsTexts(node, "headlines", "headline")
                .main(Set.of("sub", "subheadline", "seo", "short"), redaction);
        if (draft.headline == null) {
            draft.headline = text("title");
        }
        String description = new NinjsTexts(node, "descriptions", "description")
                .main(NinjsMedia.isMedia(node) ? Set.of("creditline", "caption") : NOT_THE_TEXT, redaction);
        draft.standfirst = NinjsMedia.isMedia(node) ? null : description;
        draft.body = redaction.publicParagraphs(
                new NinjsTexts(node, "bodies", "body").body(NOT_THE_TEXT, draft.dialect.skip()));
        Stream.of("by", "byline").map(this::text).filter(Objects::nonNull).forEach(draft.bylines::add);
        draft.dateline = text("dateline");
        draft.credit = Stream.of(
                        text("creditline"),
                        text("source"),
                        NinjsValues.name(any("provider")),
                        NinjsValues.firstName(any("infoSources"), any("infoSource")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String note = redaction.publicNote(text("edNote"));
        if (note != null) {
            draft.edNotes.add(note);
        }
    }

    private void readRights() {
        String mining = any("rightsInfo").findValuesAsText("dataMining").stream()
                .findFirst()
                .orElse(null);
        Rights rights = new Rights(text("copyrightHolder"), text("copyrightNotice"), text("usageTerms"), mining);
        draft.rights = rights.equals(new Rights(null, null, null, null)) ? null : rights;
    }

    private void readLinks() {
        for (JsonNode link : List.of(any("links"), any("link"))) {
            NinjsValues.elements(link).forEach(one -> {
                String href = NinjsValues.text(one, "href");
                if (href != null) {
                    draft.links.add(new Link(
                            NinjsValues.text(one, "rel"), href, NinjsValues.text(one, "title"), null, null, null));
                }
            });
        }
    }

    /** "" for an embargo without a time, null for none. */
    private String embargo() {
        for (String name : List.of("embargoedUntil", "embargoed")) {
            JsonNode value = any(name);
            if (value.isValueNode() && !value.isNull()) {
                return value.asText().strip();
            }
        }
        return null;
    }

    /** As declared, or by the schema's address, or by what the names of fields tell: "3", "2", "1". */
    private String version() {
        String declared = NinjsValues.text(node.path("standard"), "version");
        if (declared != null) {
            return declared;
        }
        for (String value : Stream.of(
                        NinjsValues.text(node.path("standard"), "schema"),
                        NinjsValues.text(node, "$standard"),
                        NinjsValues.text(node.path("$standard"), "version"),
                        NinjsValues.text(node.path("$standard"), "schema"))
                .filter(Objects::nonNull)
                .toList()) {
            Matcher number = VERSION.matcher(value);
            if (number.find()) {
                return number.group(1);
            }
        }
        boolean camel = NinjsValues.hasAny(node, FIELDS_OF_3) || node.findValue("contentType") != null;
        return camel ? "3" : NinjsValues.hasAny(node, FIELDS_OF_2) ? "2" : "1";
    }

    /** Everything by which the sender may call itself. */
    private List<String> senders() {
        List<String> names = new ArrayList<>();
        Stream.of(text("uri"), text("guid"), text("source"), text("copyrightHolder"), NinjsValues.name(any("provider")))
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private String text(String camelCase) {
        return NinjsValues.text(node, camelCase);
    }

    private JsonNode any(String camelCase) {
        return NinjsValues.field(node, camelCase);
    }
}
