package dev.dateline.app.command;

import dev.dateline.app.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code --source [PROVIDER=]DIR} arguments as settings. */
final class SourceArguments {
    private SourceArguments() {}

    /** @throws SettingsException naming every directory that does not exist and every name used twice */
    static Map<String, String> settings(List<String> arguments) {
        Map<String, String> settings = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            Path directory =
                    Path.of(argument.substring(equals + 1)).toAbsolutePath().normalize();
            String provider = equals > 0 ? argument.substring(0, equals) : String.valueOf(directory.getFileName());
            String name = provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            if (!Files.isDirectory(directory)) {
                problems.add("--source " + argument + ": there is no directory " + directory);
            } else if (settings.put("source." + name + ".directory", directory.toString()) != null) {
                problems.add("--source " + argument + ": another source is called " + name + " too; write NAME="
                        + directory);
            }
            settings.put("source." + name + ".provider", name);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }
}
