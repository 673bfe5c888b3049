package dev.dateline.app.command;

import dev.dateline.app.settings.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --source [PROVIDER=]DIR} and {@code --source [PROVIDER=]URL} arguments as settings. */
final class SourceArguments {
    private static final Pattern FEED = Pattern.compile("(?:([^=/]*)=)?(https?://.*)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> settings = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SourceArguments() {}

    /**
     * Feeds of one provider are one source.
     *
     * @throws SettingsException naming every directory that does not exist and every name used twice
     */
    static Map<String, String> settings(List<String> arguments) {
        SourceArguments sources = new SourceArguments();
        for (String argument : arguments) {
            Matcher feed = FEED.matcher(argument);
            if (feed.matches()) {
                sources.feed(feed.group(1), feed.group(2));
            } else {
                sources.directory(argument);
            }
        }
        if (!sources.problems.isEmpty()) {
            throw new SettingsException(sources.problems);
        }
        return sources.settings;
    }

    private void feed(String provider, String url) {
        String name = nameOf(provider == null ? hostOf(url) : provider);
        if (settings.containsKey("source." + name + ".directory")) {
            problems.add("--source " + url + ": another source is called " + name + " too; write NAME=" + url);
        }
        settings.merge("source." + name + ".feeds", url, (one, other) -> one + " " + other);
        settings.put("source." + name + ".provider", name);
    }

    private void directory(String argument) {
        int equals = argument.indexOf('=');
        Path directory =
                Path.of(argument.substring(equals + 1)).toAbsolutePath().normalize();
        String name = nameOf(equals > 0 ? argument.substring(0, equals) : String.valueOf(directory.getFileName()));
        if (!Files.isDirectory(directory)) {
            problems.add("--source " + argument + ": there is no directory " + directory);
        } else if (settings.containsKey("source." + name + ".feeds")
                || settings.put("source." + name + ".directory", directory.toString()) != null) {
            problems.add(
                    "--source " + argument + ": another source is called " + name + " too; write NAME=" + directory);
        }
        settings.put("source." + name + ".provider", name);
    }

    private static String nameOf(String provider) {
        return provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String hostOf(String url) {
        try {
            String host = new URI(url).getHost();
            if (host != null) {
                return host.replaceFirst("^www\\.", "");
            }
        } catch (URISyntaxException e) {
            // told below
        }
        problems.add("--source " + url + ": not an address with a host; write PROVIDER=URL");
        return "feed";
    }
}
