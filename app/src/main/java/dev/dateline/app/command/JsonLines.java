package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.model.ArticleJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes one JSON object a line to standard output. */
final class JsonLines implements AutoCloseable {
    /** Writes the fields of one object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private final Writer out;

    JsonLines(PrintStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void line(Fields fields) {
        try {
            try (JsonGenerator json = ArticleJson.generator(out)) {
                json.writeStartObject();
                fields.write(json);
                json.writeEndObject();
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
