package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a replay leaves out. */
final class LeftOut {
    private long killed;
    private long outside;

    void killed() {
        killed++;
    }

    void outside() {
        outside++;
    }

    /** A sentence to follow another, or nothing when nothing was left out. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (killed > 0) {
            parts.add(String.format("%,d killed", killed));
        }
        if (outside > 0) {
            parts.add(String.format("%,d outside the time asked for", outside));
        }
        return parts.isEmpty() ? "" : " Left out: " + String.join(", ", parts) + ".";
    }

    void write(Set<String> notFound, JsonGenerator json) throws IOException {
        json.writeNumberField("killed", killed);
        json.writeNumberField("outside", outside);
        writeNotFound(notFound, json);
    }

    static void writeNotFound(Set<String> notFound, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("notFound");
        for (String id : notFound) {
            json.writeString(id);
        }
        json.writeEndArray();
    }
}
