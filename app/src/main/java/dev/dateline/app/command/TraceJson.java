package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.pipeline.UnstoredState;
import dev.dateline.app.report.StoredTrace;
import dev.dateline.app.report.TraceStore.Match;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Takedown;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The way of an article as JSON: names of the contract, absent fields left out. */
final class TraceJson {
    private TraceJson() {}

    static void write(List<Match> matches, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("matches");
        for (Match match : matches) {
            json.writeStartObject();
            text(json, "articleId", match.articleId());
            text(json, "state", match.state());
            text(json, "headline", match.headline());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(Whereabouts found, JsonGenerator json) throws IOException {
        json.writeStringField("articleId", found.articleId());
        if (found.trace().state() != null) {
            json.writeObjectFieldStart("stored");
            write(found.trace().state(), json);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("topic");
        write(found.unstored(), json);
        text(json, "problem", found.trouble());
        json.writeEndObject();
        json.writeArrayFieldStart("versions");
        for (StoredTrace.Version version : found.trace().versions()) {
            write(version, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
        for (PipelineEvent event : found.events()) {
            ArticleJson.write(event, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tags");
        for (StoredTrace.TagLine tag : found.trace().tags()) {
            json.writeStartObject();
            text(json, "scheme", tag.scheme());
            text(json, "code", tag.code());
            text(json, "name", tag.name());
            json.writeNumberField("score", tag.score());
            text(json, "method", tag.method());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("takedowns");
        for (Takedown takedown : found.takedowns()) {
            ArticleJson.write(takedown, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pendingTakedowns");
        for (String sink : found.pending()) {
            json.writeString(sink);
        }
        json.writeEndArray();
    }

    private static void write(StoredTrace.State state, JsonGenerator json) throws IOException {
        json.writeNumberField("revision", state.revision());
        text(json, "state", state.state());
        json.writeBooleanField("publishable", state.publishable());
        json.writeArrayFieldStart("reasons");
        for (String reason : state.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        text(json, "headline", state.headline());
        text(json, "version", state.version());
        text(json, "documentId", state.documentId());
        time(json, "receivedAt", state.receivedAt());
        time(json, "enrichedAt", state.enrichedAt());
        time(json, "storedAt", state.storedAt());
    }

    private static void write(UnstoredState unstored, JsonGenerator json) throws IOException {
        if (unstored == null) {
            return;
        }
        json.writeNumberField("waiting", unstored.waiting());
        json.writeBooleanField("lookedAtAll", unstored.whole());
        json.writeBooleanField("ahead", unstored.changed());
        if (unstored.newest() != null) {
            json.writeNumberField("revision", unstored.newest().getRevision());
            text(json, "state", unstored.newest().getState().name());
        }
    }

    private static void write(StoredTrace.Version version, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(json, "documentId", version.documentId());
        text(json, "version", version.version());
        json.writeNumberField("parserVersion", version.parserVersion());
        text(json, "signal", version.signal());
        time(json, "versionCreated", version.createdAt());
        time(json, "receivedAt", version.receivedAt());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void time(JsonGenerator json, String name, Instant value) throws IOException {
        text(json, name, value == null ? null : value.toString());
    }
}
