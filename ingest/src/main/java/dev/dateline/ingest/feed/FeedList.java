package dev.dateline.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.dateline.ingest.source.SourceSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Feeds as people write them: words, of which an address is a feed and any other is the provider of the feeds that follow;
 * {@code #} begins a comment that ends with the line. Or YAML: an address or a list of them for each provider.
 *
 * @param feeds in the order written
 * @param problems one line each
 */
record FeedList(List<FeedRef> feeds, List<String> problems) {

    private static final long LARGEST_FILE = 16L * 1024 * 1024;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * Reads words.
     *
     * @param provider of the feeds before which none is named, or null
     */
    static FeedList of(String text, String provider) {
        Reading reading = new Reading();
        for (String line : text.split("\\R")) {
            String current = provider;
            for (String word : line.replaceAll("(^|\\s)#.*", "").strip().split("[\\s]+")) {
                String bare = word.replaceAll(",$", "");
                if (bare.contains("://")) {
                    reading.feed(current, bare);
                } else if (!bare.isEmpty()) {
                    current = reading.provider(bare);
                }
            }
        }
        return reading.result();
    }

    /**
     * Reads a file, as YAML when it is called .yaml or .yml.
     *
     * @throws IOException if it cannot be read
     */
    static FeedList of(Path file, String provider) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("larger than " + LARGEST_FILE + " bytes");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? ofYaml(text) : of(text, provider);
    }

    private static FeedList ofYaml(String text) {
        Reading reading = new Reading();
        try {
            JsonNode root = YAML.readTree(text);
            if (root != null && !root.isMissingNode() && !root.isNull() && !root.isObject()) {
                reading.problems.add("expected provider: address, or provider: [address, …]");
            } else if (root != null) {
                root.fields().forEachRemaining(entry -> {
                    String provider = reading.provider(entry.getKey());
                    Iterable<JsonNode> addresses =
                            entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
                    addresses.forEach(address -> reading.feed(provider, address.asText()));
                });
            }
        } catch (JsonProcessingException e) {
            reading.problems.add("not YAML: " + OneLine.of(e.getOriginalMessage()));
        }
        return reading.result();
    }

    /** Both together; an address that is in both is a problem. */
    FeedList and(FeedList other) {
        Reading reading = new Reading();
        reading.problems.addAll(problems);
        reading.problems.addAll(other.problems);
        feeds.forEach(reading::add);
        other.feeds.forEach(reading::add);
        return reading.result();
    }

    /** As {@link #of(String, String)} reads them. */
    static String text(Collection<FeedRef> feeds) {
        StringBuilder text = new StringBuilder();
        feeds.forEach(feed -> text.append(feed).append('\n'));
        return text.toString();
    }

    private static final class Reading {
        private final Map<URI, FeedRef> feeds = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        String provider(String name) {
            if (!SourceSettings.isName(name)) {
                problems.add("'" + OneLine.of(name) + "' is neither an http address nor a provider's name (letters,"
                        + " digits, dots, hyphens, underscores)");
            }
            return name;
        }

        void feed(String provider, String address) {
            if (provider == null) {
                problems.add(OneLine.of(address) + ": no provider is named before it, and the setting '"
                        + FeedSourceConfig.PROVIDER + "' names none");
                return;
            }
            try {
                add(new FeedRef(provider, WebAddress.of(address)));
            } catch (IllegalArgumentException e) {
                String shown = address.replaceAll("//[^/@]*@", "//…@"); // a password must not get into a log
                problems.add(OneLine.of(shown) + ": " + e.getMessage());
            }
        }

        void add(FeedRef feed) {
            FeedRef other = feeds.putIfAbsent(feed.url(), feed);
            if (other != null) {
                problems.add(feed.url() + " is listed twice"
                        + (Objects.equals(other.provider(), feed.provider())
                                ? ""
                                : ", for " + other.provider() + " and " + feed.provider()));
            }
        }

        FeedList result() {
            return new FeedList(List.copyOf(feeds.values()), List.copyOf(problems));
        }
    }
}
