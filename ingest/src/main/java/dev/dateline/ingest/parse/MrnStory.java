package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A story of LSEG's Machine Readable News, as the real-time feed and the archive have it. */
final class MrnStory {
    static final String FORMAT = "mrn";
    /** Urgency of one-line alerts; a story has 3. */
    private static final String ALERT = "1";

    private final JsonNode node;
    private final Draft draft;
    private final Redaction redaction;

    MrnStory(JsonNode node, String provider, Dialects dialects, int position) {
        this.node = node;
        this.draft = new Draft(FORMAT, position, dialects.of(FORMAT, provider, senders(node)));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isStory(JsonNode node) {
        return node.hasNonNull("altId") && node.hasNonNull("mimeType") && node.has("headline");
    }

    Draft draft() {
        draft.guid = text("altId");
        draft.version = text("takeSequence");
        draft.pubStatus = PubStatuses.of(text("pubStatus"));
        draft.urgency = text("urgency");
        draft.language = text("language");
        draft.firstCreated = text("firstCreated");
        draft.versionCreated = text("versionCreated");
        draft.headline = text("headline");
        draft.credit = text("provider") == null
                ? null
                : Catalog.resolve(text("provider")).code();
        if (ALERT.equals(draft.urgency)) {
            draft.signals.add("urgency 1");
        }
        String body = node.path("body").asText("");
        boolean markup = text("mimeType").contains("html") || Html.isMarkup(body);
        draft.body = redaction.publicParagraphs(
                markup ? Paragraphs.of(Html.parse(body), draft.dialect.skip()) : Paragraphs.ofPlainText(body));
        for (JsonNode subject : node.path("subjects")) {
            Catalog.Concept code = Catalog.resolve(subject.asText());
            if (code.code() != null) {
                draft.subjects.add(new Subject(code.scheme(), code.code(), null, null, code.uri(), null, null, null));
            }
        }
        return draft;
    }

    private static List<String> senders(JsonNode node) {
        List<String> names = new ArrayList<>();
        Stream.of("provider", "altId")
                .map(name -> NinjsValues.text(node, name))
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private String text(String name) {
        return NinjsValues.text(node, name);
    }
}
