package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;

/** A Kafka Connect worker in this process, in distributed mode: Connect's own way to run, watch and move tasks. */
final class ConnectWorker implements AutoCloseable {
    private final Connect<DistributedHerder> connect;
    private final String url;

    private ConnectWorker(Connect<DistributedHerder> connect) {
        this.connect = connect;
        this.url = connect.rest().serverUrl().toString();
    }

    /**
     * Starts a worker and returns when its REST API answers.
     *
     * @param group name of the group of workers that share connectors
     * @throws IllegalStateException if it cannot start
     */
    static ConnectWorker start(Settings settings, String group) {
        // Connect's own command ends the process when it cannot start; here others have to close what is open.
        Exit.setExitProcedure((status, message) -> {
            throw new IllegalStateException(
                    "the Connect worker at " + settings.connectListener() + " cannot start: the log tells why");
        });
        try {
            return new ConnectWorker(new ConnectDistributed().startConnect(properties(settings, group)));
        } finally {
            Exit.resetExitProcedure();
        }
    }

    private static Map<String, String> properties(Settings settings, String group) {
        Map<String, String> properties = new HashMap<>();
        settings.kafka().forEach((key, value) -> {
            properties.put(key, value);
            properties.put("producer." + key, value);
            properties.put("consumer." + key, value);
            properties.put("admin." + key, value);
        });
        properties.put("group.id", group);
        properties.put("client.id", group);
        properties.put("listeners", settings.connectListener());
        properties.put("plugin.discovery", "service_load");
        properties.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        properties.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        // Ours are plain strings; Connect's default guesses types of them, which costs more than reading the article.
        properties.put("header.converter", "org.apache.kafka.connect.storage.StringConverter");
        properties.put("connector.client.config.override.policy", "All");
        for (String store : new String[] {"config", "offset", "status"}) {
            properties.put(store + ".storage.topic", group + "-" + store + "s");
            properties.put(store + ".storage.replication.factor", Short.toString(settings.replicationFactor()));
        }
        properties.put("offset.storage.partitions", "4");
        properties.put("status.storage.partitions", "2");
        // Sinks show committed rows only, and say how far they are within a second.
        properties.put("consumer.isolation.level", "read_committed");
        properties.put("offset.flush.interval.ms", "1000");
        // Measured: with these a killed worker's tasks are back within seconds, not a minute.
        properties.put("session.timeout.ms", "6000");
        properties.put("heartbeat.interval.ms", "2000");
        properties.put("consumer.session.timeout.ms", "6000");
        properties.put("consumer.heartbeat.interval.ms", "2000");
        properties.put("scheduled.rebalance.max.delay.ms", "0");
        properties.put("producer.max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES));
        properties.put("producer.compression.type", "lz4");
        properties.put("producer.linger.ms", "5");
        properties.put("producer.batch.size", "131072");
        properties.put("consumer.max.partition.fetch.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        return properties;
    }

    /** Address of the REST API. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
