package dev.dateline.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas that a topic's values have had, for what was written by an earlier release and is read without the registry. */
public final class SchemaHistory {
    private SchemaHistory() {}

    /** All published schemas of a topic, oldest first; the last is the current one. Empty for a topic of plain bytes. */
    public static List<Schema> of(Topic topic) {
        List<Schema> history = new ArrayList<>();
        for (int n = 1; ; n++) {
            String name = "/schema-history/" + topic.subject() + "/" + n + ".avsc";
            try (InputStream file = SchemaHistory.class.getResourceAsStream(name)) {
                if (file == null) {
                    return List.copyOf(history);
                }
                history.add(new Schema.Parser().parse(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name, e);
            }
        }
    }
}
