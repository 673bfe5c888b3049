package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.feed.FeedSourceConnector;
import dev.dateline.ingest.source.DirectorySourceConnector;
import dev.dateline.model.SourcePartitioner;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import dev.dateline.sink.PostgresSinkConnector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Our connectors' configurations, as one would also post them to a Connect cluster. */
public final class ConnectorConfigs {
    /** Name of the connector that writes articles to PostgreSQL, and the beginning of the others' names; its consumer group is {@code connect-sink-postgres}. */
    public static final String POSTGRES = "sink-postgres";

    private static final String EVENTS = "events";

    /** What beside articles can be written, and where it is read. */
    private static final Map<String, Topic> HISTORY = Map.of("versions", Topics.ARTICLES, EVENTS, Topics.EVENTS);

    private static final String SOURCE_PREFIX = "source-";

    private ConnectorConfigs() {}

    static String nameOf(Settings.Source source) {
        return SOURCE_PREFIX + source.name();
    }

    static boolean isSource(String connector) {
        return connector.startsWith(SOURCE_PREFIX);
    }

    static Map<String, String> of(Settings.Source source, Settings settings) {
        Map<String, String> config = new HashMap<>();
        if (source.hasFeeds()) {
            config.putAll(settings.registry());
            config.put("tasks.max", "1");
            config.putAll(source.config());
            config.put("connector.class", FeedSourceConnector.class.getName());
        } else {
            config.putAll(source.config());
            config.put("connector.class", DirectorySourceConnector.class.getName());
            config.put("tasks.max", "1");
        }
        config.put("source", source.name());
        config.put("producer.override.partitioner.class", SourcePartitioner.class.getName());
        return config;
    }

    static boolean isSink(String connector) {
        return connector.startsWith(POSTGRES);
    }

    /** The connectors that the settings ask for, by name: the one for articles first, then those for their history. */
    static Map<String, Map<String, String>> sinks(Settings settings) {
        Map<String, Map<String, String>> sinks = new LinkedHashMap<>();
        sinks.put(POSTGRES, articles(settings));
        for (String kind : settings.postgresHistory()) {
            Map<String, String> config = postgres(settings, kind, HISTORY.get(kind));
            if (kind.equals(EVENTS)) {
                config.put("events.retention.days", Integer.toString(settings.postgresEventDays()));
            }
            sinks.put(POSTGRES + "-" + kind, config);
        }
        return sinks;
    }

    private static Map<String, String> articles(Settings settings) {
        Map<String, String> config = postgres(settings, "articles", Topics.ENRICHED);
        config.put("search.index", Boolean.toString(settings.postgresSearch()));
        settings.kafka()
                .forEach((key, value) -> config.put(
                        key.equals("bootstrap.servers") ? "takedowns." + key : "takedowns.producer." + key, value));
        return config;
    }

    private static Map<String, String> postgres(Settings settings, String writes, Topic topic) {
        Map<String, String> config = new HashMap<>(settings.registry());
        config.put("connector.class", PostgresSinkConnector.class.getName());
        config.put("tasks.max", Integer.toString(settings.postgresTasks()));
        config.put("topics", topic.name());
        config.put("writes", writes);
        config.put("connection.url", settings.postgresUrl());
        config.put("connection.user", settings.postgresUser());
        if (settings.postgresPasswordFile().isEmpty()) {
            config.put("connection.password", settings.postgresPassword());
        } else {
            config.put("connection.password.file", settings.postgresPasswordFile());
        }
        config.put("consumer.override.isolation.level", "read_committed");
        config.put("consumer.override.max.poll.records", "2000");
        config.put("errors.tolerance", "all");
        config.put("errors.deadletterqueue.topic.name", Topics.SINK_DLQ.name());
        config.put("errors.deadletterqueue.topic.replication.factor", Short.toString(settings.replicationFactor()));
        config.put("errors.deadletterqueue.context.headers.enable", "true");
        return config;
    }
}
