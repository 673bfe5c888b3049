package dev.dateline.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigValue;

/** Gathers settings from file, environment and command line and finds every problem at once. Pure but for the file. */
public final class SettingsLoader {
    private static final String ENVIRONMENT_PREFIX = "DATELINE_";
    private static final Pattern SOURCE_KEY = Pattern.compile("source\\.[A-Za-z0-9-]+\\.[a-z.]+");

    private SettingsLoader() {}

    /**
     * Loads and validates.
     *
     * @param file properties file, or null for none
     * @param environment the process environment; {@code DATELINE_*} variables count, spelled as the apache/kafka image
     *     does: {@code .} becomes {@code _}, {@code _} becomes {@code __}, {@code -} becomes {@code ___}
     * @param overrides keys of the command line
     * @throws SettingsException with all problems, one a line
     */
    public static Settings load(Path file, Map<String, String> environment, Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>();
        if (file != null) {
            merged.putAll(read(file));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                merged.put(keyOf(name), value);
            }
        });
        merged.putAll(overrides);
        return validated(merged);
    }

    static Settings validated(Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        for (String key : given.keySet()) {
            if (!isKnown(key)) {
                problems.add("unknown setting '" + key + "'" + suggestion(key));
            } else if (key.startsWith("source.") && !SOURCE_KEY.matcher(key).matches()) {
                problems.add("setting '" + key + "' must be source.NAME.SETTING, NAME of letters, digits and hyphens");
            }
        }
        for (ConfigValue value : SettingKeys.DEFINITION.validate(given)) {
            // The first says what is wrong; those after it only that a wrong value became none.
            value.errorMessages().stream()
                    .filter(problem -> !problem.contains("Value must be non-null"))
                    .forEach(problem -> problems.add(problem + " (setting '" + value.name() + "')"));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.naturalOrder());
            throw new SettingsException(problems);
        }
        Settings settings = new Settings(new AbstractConfig(SettingKeys.DEFINITION, given, false), given);
        checkSources(settings);
        return settings;
    }

    private static void checkSources(Settings settings) {
        List<String> problems = new ArrayList<>();
        for (Settings.Source source : settings.sources()) {
            String prefix = "source." + source.name() + ".";
            boolean directory = source.config().containsKey("directory");
            if (!directory && !source.hasFeeds()) {
                problems.add("source '" + source.name() + "' has neither a directory nor feeds: set " + prefix
                        + "directory, " + prefix + "feeds or " + prefix + "feeds.file");
            } else if (directory && source.hasFeeds()) {
                problems.add("source '" + source.name() + "' has a directory and feeds: make two sources of it");
            }
            if (directory && !source.config().containsKey("provider")) {
                problems.add("source '" + source.name() + "' has no provider: set " + prefix + "provider");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    List.of("cannot read the configuration file " + file + ": " + e + "; give another with --config"));
        }
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    /** DATELINE_SOURCE_AP_SETTLE_MS → source.ap.settle.ms. */
    static String keyOf(String variable) {
        return variable.substring(ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_');
    }

    private static boolean isKnown(String key) {
        return SettingKeys.DEFINITION.names().contains(key)
                || SettingKeys.FAMILIES.stream().anyMatch(family -> key.startsWith(family.prefix()));
    }

    private static String suggestion(String key) {
        return SettingKeys.DEFINITION.names().stream()
                .min(Comparator.comparingInt(known -> distance(key, known)))
                .filter(known -> distance(key, known) <= 4)
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("; `dateline config` lists all");
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
