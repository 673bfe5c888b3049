package dev.dateline.ingest.feed;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import dev.dateline.ingest.source.SourceSettings;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The settings of a feed source, declared; docs/connectors.md is generated from here. */
final class FeedSourceSettings {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LEAST_FEED_BYTES = 1_024;
    /** Twice this in base 64, beside its item, is within the size of a document. */
    private static final int PAGE_BYTES = 2 * 1024 * 1024;

    private static final double QUIET_FACTOR = 8;

    private FeedSourceSettings() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        feeds(def);
        rhythm(def);
        fetching(def);
        topics(def);
        return def;
    }

    private static void feeds(ConfigDef def) {
        def.define(
                FeedSourceConfig.FEEDS,
                Type.STRING,
                "",
                HIGH,
                "Feeds to poll (RSS, Atom, sitemaps of news), as words: an address is a feed, another word the provider of"
                        + " the feeds after it on the line: bbc https://a.example/rss https://b.example/rss, guardian"
                        + " https://c.example/atom. An address with a query may be written as it is. The list may be"
                        + " changed while the connector runs.");
        def.define(
                FeedSourceConfig.FEEDS_FILE,
                Type.STRING,
                "",
                HIGH,
                "File with more feeds, on every worker: lines in the form of feeds, # begins a comment; or, called"
                        + " .yaml, an address or a list of them for each provider. It is watched: tasks follow its changes"
                        + " by themselves. One that cannot be read, is empty or has a mistake changes nothing and is"
                        + " told in the log.");
        millis(
                def,
                FeedSourceConfig.FEEDS_FILE_CHECK_MS,
                Duration.ofSeconds(10),
                Duration.ofMillis(100),
                DAY,
                LOW,
                "How often the file is looked at");
        def.define(
                FeedSourceConfig.PROVIDER,
                Type.STRING,
                null,
                SourceSettings.NAMES,
                MEDIUM,
                "Id of the provider of feeds before which none is named. It begins the id of every article and chooses the"
                        + " dialect. Letters, digits, dot, hyphen, underscore; at most 64.");
        def.define(
                FeedSourceConfig.SOURCE,
                Type.STRING,
                null,
                SourceSettings.NAMES,
                MEDIUM,
                "Name of the source in document ids. Same characters as provider. Default: the connector's name.");
    }

    private static void rhythm(ConfigDef def) {
        millis(
                def,
                FeedSourceConfig.POLL_MIN_MS,
                Duration.ofMinutes(1),
                Duration.ofMillis(100),
                DAY,
                MEDIUM,
                "Shortest time between two polls of a feed. Between this and poll.max.ms the time follows what polls find");
        millis(
                def,
                FeedSourceConfig.POLL_MAX_MS,
                Duration.ofHours(1),
                Duration.ofMillis(100),
                DAY.multipliedBy(7),
                MEDIUM,
                "Longest time between two polls of a feed, also after failures and when feed or server ask for more (ttl, max-age); only Retry-After is heeded up to a day");
        millis(
                def,
                FeedSourceConfig.QUIET_MIN_MS,
                Duration.ofHours(6),
                Duration.ofMillis(1),
                DAY.multipliedBy(365),
                MEDIUM,
                "A feed is reported as quiet after this time without a new item at the soonest");
        def.define(
                FeedSourceConfig.QUIET_FACTOR,
                Type.DOUBLE,
                QUIET_FACTOR,
                Range.between(1, 1_000),
                LOW,
                "A feed is reported as quiet when this many times its usual time between finds has passed, and half as much"
                        + " again as its longest time of late.");
        def.define(
                FeedSourceConfig.PROOF_POLLS,
                Type.INT,
                20,
                Range.between(1, 1_000_000),
                LOW,
                "After this many polls that a server answered with “not modified” the whole feed is fetched once, for"
                        + " proof. A server that turns out to hide news is asked for whole feeds for a week.");
        millis(
                def,
                FeedSourceConfig.PROOF_MS,
                Duration.ofHours(6),
                Duration.ofMillis(1),
                DAY.multipliedBy(365),
                LOW,
                "The same after this time");
    }

    private static void fetching(ConfigDef def) {
        def.define(
                FeedSourceConfig.CONTACT,
                Type.STRING,
                "",
                HIGH,
                "Address of a page or mailbox by which publishers reach whoever runs this; part of the user agent.");
        def.define(
                FeedSourceConfig.USER_AGENT,
                Type.STRING,
                "",
                LOW,
                "User agent as sent, instead of Dateline's own with the contact. Its first word is looked up in robots.txt.");
        def.define(
                FeedSourceConfig.FETCH_THREADS,
                Type.INT,
                8,
                Range.between(1, 256),
                MEDIUM,
                "Feeds that a task fetches at a time. Each may need three times max.feed.bytes of memory.");
        millis(
                def,
                FeedSourceConfig.HOST_PAUSE_MS,
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofHours(1),
                MEDIUM,
                "Pause between two feeds of a host, which are never fetched at a time; longer where its robots.txt asks for a crawl delay");
        millis(
                def,
                FeedSourceConfig.CONNECT_TIMEOUT_MS,
                Duration.ofSeconds(10),
                Duration.ofMillis(1),
                Duration.ofMinutes(5),
                LOW,
                "Longest wait for a connection");
        millis(
                def,
                FeedSourceConfig.READ_TIMEOUT_MS,
                Duration.ofSeconds(20),
                Duration.ofMillis(1),
                Duration.ofMinutes(5),
                LOW,
                "Longest silence of a server");
        millis(
                def,
                FeedSourceConfig.FETCH_TIMEOUT_MS,
                Duration.ofSeconds(60),
                Duration.ofMillis(1),
                Duration.ofHours(1),
                MEDIUM,
                "Longest time for a feed altogether, redirects included");
        def.define(
                FeedSourceConfig.MAX_FEED_BYTES,
                Type.INT,
                Topics.MAX_DOCUMENT_BYTES,
                Range.between(LEAST_FEED_BYTES, Topics.MAX_DOCUMENT_BYTES),
                LOW,
                "Largest feed that is read, both as sent and expanded, in bytes.");
        def.define(
                FeedSourceConfig.FETCH_PAGES,
                Type.BOOLEAN,
                false,
                MEDIUM,
                "Whether the page that a new or changed item leads to is fetched with it, for the full text: at most "
                        + ItemPages.MOST + " pages a poll, the newest items first, with host.pause.ms between two of a"
                        + " host. Pages obey robots.txt, limits and allow.private as feeds do.");
        def.define(
                FeedSourceConfig.MAX_PAGE_BYTES,
                Type.INT,
                PAGE_BYTES,
                Range.between(LEAST_FEED_BYTES, 2 * PAGE_BYTES),
                LOW,
                "Largest page that is taken, both as sent and expanded, in bytes.");
        def.define(
                FeedSourceConfig.ROBOTS,
                Type.BOOLEAN,
                true,
                MEDIUM,
                "Whether robots.txt is heeded (RFC 9309). False for publishers that have agreed to be polled.");
        def.define(
                FeedSourceConfig.ALLOW_PRIVATE,
                Type.LIST,
                List.of(),
                MEDIUM,
                "What may be fetched though its address is not public, separated by commas: host:port, an address, or a"
                        + " block as 10.0.0.0/8. Without it loopback, private, link-local and other special addresses are"
                        + " refused, at redirects too.");
    }

    private static void topics(ConfigDef def) {
        topic(def, FeedSourceConfig.TOPIC, Topics.DOCUMENTS.name(), "Topic for documents.");
        topic(
                def,
                FeedSourceConfig.DEAD_LETTER_TOPIC,
                Topics.INGEST_DLQ.name(),
                "Topic for references to feeds that cannot be read.");
        topic(
                def,
                FeedSourceConfig.EVENTS_TOPIC,
                Topics.EVENTS.name(),
                "Topic for the events of feeds that have gone quiet or are back; needs schema.registry.url.");
        def.define(
                FeedSourceConfig.REGISTRY_URL,
                Type.STRING,
                null,
                MEDIUM,
                "Addresses of the schema registry, separated by commas. Without one, log and metrics alone tell of quiet"
                        + " feeds. Every other setting under schema.registry. goes to Confluent's client as it is.");
    }

    private static void topic(ConfigDef def, String key, String name, String doc) {
        def.define(key, Type.STRING, name, new ConfigDef.NonEmptyString(), LOW, doc);
    }

    private static void millis(
            ConfigDef def,
            String key,
            Duration standard,
            Duration least,
            Duration most,
            Importance importance,
            String doc) {
        def.define(
                key,
                Type.LONG,
                standard.toMillis(),
                Range.between(least.toMillis(), most.toMillis()),
                importance,
                doc + ", in milliseconds, " + least.toMillis() + " to " + most.toMillis() + ".");
    }
}
