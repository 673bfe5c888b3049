package dev.dateline.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas that values have had, for what was written by an earlier release and is read without the registry. */
public final class SchemaHistory {
    private SchemaHistory() {}

    /** All published schemas of a topic, oldest first; the last is the current one. Empty for a topic of plain bytes. */
    public static List<Schema> of(Topic topic) {
        return in("/schema-history/" + topic.subject(), SchemaHistory.class);
    }

    /**
     * The schemas in a folder, {@code 1.avsc} and so on without a gap; empty when there is none.
     *
     * @param folder from the root of the class path, with a slash in front
     * @param owner a class of the module that has the folder
     */
    public static List<Schema> in(String folder, Class<?> owner) {
        List<Schema> history = new ArrayList<>();
        for (int n = 1; ; n++) {
            String name = folder + "/" + n + ".avsc";
            try (InputStream file = owner.getResourceAsStream(name)) {
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
