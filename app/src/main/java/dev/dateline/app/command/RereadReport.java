package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.command.Reread.Verdict;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import java.io.IOException;
import java.util.List;

/** Shows what another reading of documents would change. */
final class RereadReport {
    private static final int MOST_DOCUMENTS = 20;

    private final Reread reread;

    /** @param reread is ended here */
    RereadReport(Reread reread) {
        this.reread = reread;
        reread.end();
    }

    void print(Terminal terminal) {
        Table table = new Table("ARTICLES", "WOULD BE", "FOR EXAMPLE");
        for (Verdict verdict : Verdict.values()) {
            if (reread.count(verdict) > 0) {
                table.row(
                        String.format("%,d", reread.count(verdict)),
                        verdict.words(),
                        String.join(" ", reread.examples(verdict)));
            }
        }
        if (!table.isEmpty()) {
            table.lines(terminal.width()).forEach(terminal.out()::println);
        }
        documents(terminal, "rejected before, accepted here", reread.nowAccepted());
        documents(terminal, "accepted before, rejected here", reread.nowRejected());
        terminal.say(String.format(
                "%,d documents with %,d versions read here, %,d of them rejected; nothing was sent.",
                reread.documents(), reread.versions(), reread.rejected()));
        if (reread.unknownBefore() > 0) {
            terminal.say(String.format(
                    "Of %,d documents it is not known any more whether they were rejected before.",
                    reread.unknownBefore()));
        }
    }

    private static void documents(Terminal terminal, String what, List<String> ids) {
        ids.stream().limit(MOST_DOCUMENTS).forEach(id -> terminal.out().println(what + ": " + id));
        if (ids.size() > MOST_DOCUMENTS) {
            terminal.out().println(what + ": and " + (ids.size() - MOST_DOCUMENTS) + " more; --json has all");
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("documents", reread.documents());
        json.writeNumberField("versions", reread.versions());
        json.writeNumberField("rejected", reread.rejected());
        json.writeObjectFieldStart("articles");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(verdict.key(), reread.count(verdict));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("examples");
        for (Verdict verdict : Verdict.values()) {
            array(json, verdict.key(), reread.examples(verdict));
        }
        json.writeEndObject();
        array(json, "nowAccepted", reread.nowAccepted());
        array(json, "nowRejected", reread.nowRejected());
        json.writeNumberField("unknownBefore", reread.unknownBefore());
    }

    private static void array(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
