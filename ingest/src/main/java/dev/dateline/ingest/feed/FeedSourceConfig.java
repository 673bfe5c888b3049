package dev.dateline.ingest.feed;

import dev.dateline.ingest.source.SourceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Settings of a {@link FeedSourceConnector}.
 *
 * @param listed feeds of the setting itself, without those of the file
 * @param file that lists more, or null
 * @param pageBytes the most that is taken of a page; 0 when pages are not fetched
 * @param registry settings of the registry's client; empty when there is none
 */
record FeedSourceConfig(
        FeedList listed,
        Path file,
        Duration fileInterval,
        String source,
        String provider,
        String userAgent,
        Duration pollMin,
        Duration pollMax,
        int threads,
        Duration hostPause,
        FetchLimits limits,
        int pageBytes,
        boolean robots,
        PrivateAllowed allowPrivate,
        int proofPolls,
        Duration proofInterval,
        Duration quietMin,
        double quietFactor,
        String topic,
        String deadLetterTopic,
        String eventsTopic,
        Map<String, String> registry) {

    static final String FEEDS = "feeds";
    static final String FEEDS_FILE = "feeds.file";
    static final String FEEDS_FILE_CHECK_MS = "feeds.file.check.ms";
    static final String PROVIDER = "provider";
    static final String SOURCE = "source";
    static final String CONTACT = "contact";
    static final String USER_AGENT = "user.agent";
    static final String POLL_MIN_MS = "poll.min.ms";
    static final String POLL_MAX_MS = "poll.max.ms";
    static final String FETCH_THREADS = "fetch.threads";
    static final String HOST_PAUSE_MS = "host.pause.ms";
    static final String CONNECT_TIMEOUT_MS = "connect.timeout.ms";
    static final String READ_TIMEOUT_MS = "read.timeout.ms";
    static final String FETCH_TIMEOUT_MS = "fetch.timeout.ms";
    static final String MAX_FEED_BYTES = "max.feed.bytes";
    static final String FETCH_PAGES = "fetch.pages";
    static final String MAX_PAGE_BYTES = "max.page.bytes";
    static final String ROBOTS = "robots";
    static final String ALLOW_PRIVATE = "allow.private";
    static final String PROOF_POLLS = "proof.polls";
    static final String PROOF_MS = "proof.ms";
    static final String QUIET_MIN_MS = "quiet.min.ms";
    static final String QUIET_FACTOR = "quiet.factor";
    static final String TOPIC = "topic";
    static final String DEAD_LETTER_TOPIC = "dead.letter.topic";
    static final String EVENTS_TOPIC = "events.topic";
    static final String REGISTRY = "schema.registry.";
    static final String REGISTRY_URL = REGISTRY + "url";

    static final ConfigDef DEF = FeedSourceSettings.define();

    private static final String PRODUCT = "Dateline/1 (news feeds)";

    /**
     * Reads settings that {@link #check} has passed.
     *
     * @throws ConfigException at the first setting that is wrong
     */
    static FeedSourceConfig of(Map<String, String> settings) {
        Map<String, Object> values = DEF.parse(settings);
        String source = (String) values.get(SOURCE);
        String provider = (String) values.get(PROVIDER);
        String file = (String) values.get(FEEDS_FILE);
        return new FeedSourceConfig(
                FeedList.of((String) values.get(FEEDS), provider),
                file.isEmpty() ? null : Path.of(file),
                millis(values, FEEDS_FILE_CHECK_MS),
                source == null ? settings.get(SourceSettings.CONNECTOR_NAME) : source,
                provider,
                userAgent((String) values.get(USER_AGENT), (String) values.get(CONTACT)),
                millis(values, POLL_MIN_MS),
                millis(values, POLL_MAX_MS),
                (Integer) values.get(FETCH_THREADS),
                millis(values, HOST_PAUSE_MS),
                new FetchLimits(
                        millis(values, CONNECT_TIMEOUT_MS),
                        millis(values, READ_TIMEOUT_MS),
                        millis(values, FETCH_TIMEOUT_MS),
                        (Integer) values.get(MAX_FEED_BYTES)),
                (Boolean) values.get(FETCH_PAGES) ? (Integer) values.get(MAX_PAGE_BYTES) : 0,
                (Boolean) values.get(ROBOTS),
                privateAllowed(values),
                (Integer) values.get(PROOF_POLLS),
                millis(values, PROOF_MS),
                millis(values, QUIET_MIN_MS),
                (Double) values.get(QUIET_FACTOR),
                (String) values.get(TOPIC),
                (String) values.get(DEAD_LETTER_TOPIC),
                (String) values.get(EVENTS_TOPIC),
                registry(settings));
    }

    /** The feeds of the setting and of the file, which is read now. */
    FeedList feeds() throws IOException {
        return file == null ? listed : listed.and(FeedList.of(file, provider));
    }

    /** Every problem of the settings, each at its key: what the definition finds, unknown keys, and how values go together. */
    static Config check(Map<String, String> settings) {
        List<ConfigValue> values = DEF.validate(settings);
        if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
            checkTogether(settings, values);
        }
        return new Config(Stream.concat(values.stream(), SourceSettings.unknown(DEF, settings, REGISTRY))
                .toList());
    }

    private static void checkTogether(Map<String, String> settings, List<ConfigValue> values) {
        FeedSourceConfig config;
        try {
            config = of(settings);
        } catch (ConfigException e) {
            report(values, ALLOW_PRIVATE, e.getMessage());
            return;
        }
        config.listed().problems().forEach(problem -> report(values, FEEDS, problem));
        if (config.listed().feeds().isEmpty() && config.listed().problems().isEmpty() && config.file() == null) {
            report(
                    values,
                    FEEDS,
                    "No feeds: list them in '" + FEEDS + "' or in a file that '" + FEEDS_FILE + "' names");
        }
        if (config.file() != null) {
            try {
                FeedList.of(config.file(), config.provider())
                        .problems()
                        .forEach(problem -> report(values, FEEDS_FILE, config.file() + ": " + problem));
            } catch (IOException e) {
                report(
                        values,
                        FEEDS_FILE,
                        "Cannot read " + config.file() + " on this worker (" + e + "): put it there");
            }
        }
        if (config.pollMin().compareTo(config.pollMax()) > 0) {
            report(values, POLL_MAX_MS, "Less than " + POLL_MIN_MS + ": make it the same or more");
        }
        if (!SourceSettings.isName(config.source())) {
            report(
                    values,
                    SOURCE,
                    "The connector's name '" + config.source() + "' cannot name the source: set 'source' to a name of"
                            + " letters, digits, dots, hyphens, underscores");
        }
    }

    private static PrivateAllowed privateAllowed(Map<String, Object> values) {
        List<?> entries = (List<?>) values.get(ALLOW_PRIVATE);
        try {
            return PrivateAllowed.of(entries.stream().map(String::valueOf).toList());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    ALLOW_PRIVATE, entries, e.getMessage() + ": write host:port, an address, or a block as 10.0.0.0/8");
        }
    }

    private static String userAgent(String given, String contact) {
        return given.isEmpty() ? PRODUCT + (contact.isEmpty() ? "" : " +" + contact) : given;
    }

    private static Map<String, String> registry(Map<String, String> settings) {
        Map<String, String> registry = new HashMap<>(settings);
        registry.keySet().removeIf(key -> !key.startsWith(REGISTRY));
        return registry.containsKey(REGISTRY_URL) ? Map.copyOf(registry) : Map.of();
    }

    private static Duration millis(Map<String, Object> values, String key) {
        return Duration.ofMillis((Long) values.get(key));
    }

    private static void report(List<ConfigValue> values, String key, String message) {
        values.stream().filter(value -> value.name().equals(key)).forEach(value -> value.addErrorMessage(message));
    }
}
