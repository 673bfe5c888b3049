package dev.dateline.app.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Schemas, their versions per subject and compatibility levels; every change is appended to a file of JSON lines. */
final class SchemaStore {
    /** One version of a subject. */
    record Registered(String subject, int version, int id, AvroSchema schema) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, List<Registered>> subjects = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();

    SchemaStore(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                replay(JSON.readTree(line));
            }
        }
    }

    private void replay(JsonNode change) {
        String subject = change.get("subject").asText();
        if (change.has("schema")) {
            add(
                    subject,
                    new AvroSchema(change.get("schema").asText()),
                    change.get("id").asInt());
        } else if (change.has("compatibility")) {
            levels.put(
                    subject,
                    CompatibilityLevel.valueOf(change.get("compatibility").asText()));
        } else {
            subjects.remove(subject);
        }
    }

    /** Registers, or finds the same schema again; the caller has checked compatibility. */
    synchronized Registered register(String subject, AvroSchema schema) throws IOException {
        Optional<Registered> same = find(subject, schema);
        if (same.isPresent()) {
            return same.get();
        }
        int id = ids.getOrDefault(schema.canonicalString(), ids.size() + 1);
        append(Map.of("subject", subject, "id", id, "schema", schema.canonicalString()));
        return add(subject, schema, id);
    }

    private Registered add(String subject, AvroSchema schema, int id) {
        List<Registered> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        Registered registered = new Registered(subject, versions.size() + 1, id, schema);
        versions.add(registered);
        ids.put(schema.canonicalString(), id);
        return registered;
    }

    synchronized Optional<Registered> find(String subject, AvroSchema schema) {
        return versions(subject).stream()
                .filter(registered -> registered.schema().canonicalString().equals(schema.canonicalString()))
                .findFirst();
    }

    synchronized Optional<String> schemaById(int id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue() == id)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    synchronized List<Registered> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    synchronized void delete(String subject) throws IOException {
        append(Map.of("subject", subject));
        subjects.remove(subject);
    }

    /** The level of a subject, else the global one under the empty name, else BACKWARD as Confluent's default. */
    synchronized CompatibilityLevel level(String subject) {
        return levels.getOrDefault(subject, levels.getOrDefault("", CompatibilityLevel.BACKWARD));
    }

    synchronized void setLevel(String subject, CompatibilityLevel level) throws IOException {
        append(Map.of("subject", subject, "compatibility", level.name()));
        levels.put(subject, level);
    }

    /** What speaks against adding {@code schema} to {@code subject}; empty when nothing does. */
    List<String> incompatibilities(String subject, AvroSchema schema) {
        List<SimpleParsedSchemaHolder> earlier = versions(subject).stream()
                .map(registered -> new SimpleParsedSchemaHolder(registered.schema()))
                .toList();
        return schema.isCompatible(level(subject), List.copyOf(earlier));
    }

    private void append(Map<String, ?> change) throws IOException {
        Files.writeString(
                file,
                JSON.writeValueAsString(change) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
