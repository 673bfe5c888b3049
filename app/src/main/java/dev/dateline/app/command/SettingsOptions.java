package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options by which every command that needs the configuration takes it. */
final class SettingsOptions {
    private static final Path USUAL_FILE = Path.of("dateline.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file; ./dateline.properties when it exists.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, before environment and file; may be repeated. `dateline config` lists all.")
    private Map<String, String> overrides = new HashMap<>();

    @Option(
            names = {"--bootstrap-servers", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Short for --set kafka.bootstrap.servers=…")
    private String bootstrapServers;

    @Option(names = "--schema-registry-url", paramLabel = "URL", description = "Short for --set schema.registry.url=…")
    private String registryUrl;

    Settings load(Environment environment) {
        return load(environment, Map.of());
    }

    Settings load(Environment environment, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(overrides);
        if (bootstrapServers != null) {
            all.put("kafka.bootstrap.servers", bootstrapServers);
        }
        if (registryUrl != null) {
            all.put("schema.registry.url", registryUrl);
        }
        all.putAll(more);
        Path usual = Files.exists(USUAL_FILE) ? USUAL_FILE : null;
        return SettingsLoader.load(file != null ? file : usual, environment.variables(), all);
    }
}
