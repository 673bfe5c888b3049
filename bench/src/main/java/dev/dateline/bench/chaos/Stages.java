package dev.dateline.bench.chaos;

import dev.dateline.app.Dateline;
import dev.dateline.app.embedded.Ports;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A process of each stage, as {@code dateline start} runs it in production, with a settings file of its own. */
final class Stages {
    private static final Map<String, String> HEAPS = Map.of("ingest", "384m", "enrich", "768m", "sink", "384m");

    private final Path directory;
    private final Map<String, String> connectUrls = new HashMap<>();

    Stages(Path directory) {
        this.directory = directory;
    }

    /**
     * The processes, by stage; none is started.
     *
     * @param surroundings settings by which they find the servers
     */
    Map<String, JavaProcess> prepare(Map<String, String> surroundings) throws IOException {
        Map<String, JavaProcess> processes = new LinkedHashMap<>();
        for (String stage : Schedule.STAGES) {
            processes.put(stage, prepare(stage, surroundings));
        }
        return processes;
    }

    private JavaProcess prepare(String stage, Map<String, String> surroundings) throws IOException {
        Properties settings = new Properties();
        settings.putAll(surroundings);
        settings.put("data.dir", state(stage).toString());
        String connect = "http://127.0.0.1:" + Ports.any();
        settings.put("connect.listener", connect);
        if (stage.equals("ingest")) {
            settings.put(
                    "source.wire.directory", Files.createDirectories(wire()).toString());
            settings.put("source.wire.provider", Version.PROVIDER);
        }
        if (!stage.equals("enrich")) {
            connectUrls.put(stage, connect);
        }
        Path file = directory.resolve(stage + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return new JavaProcess(
                stage,
                HEAPS.get(stage),
                directory.resolve("logs"),
                Dateline.class.getName(),
                List.of(
                        "start",
                        stage,
                        "--config",
                        file.toString(),
                        "--health-file",
                        health(stage).toString()));
    }

    /** Where a stage keeps its state. */
    Path state(String stage) {
        return directory.resolve(stage);
    }

    /** The directory that is watched. */
    Path wire() {
        return directory.resolve("wire");
    }

    /** Addresses of the Connect workers, by stage. */
    Map<String, String> connectUrls() {
        return Map.copyOf(connectUrls);
    }

    /** Whether all have said that they are well. */
    boolean areReady() {
        return Schedule.STAGES.stream().map(this::health).allMatch(Files::exists);
    }

    private Path health(String stage) {
        return directory.resolve(stage + ".healthy");
    }
}
