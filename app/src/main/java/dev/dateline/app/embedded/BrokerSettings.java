package dev.dateline.app.embedded;

import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of the embedded broker and controller: small, quick to start, one copy of everything. */
final class BrokerSettings {
    static final int NODE_ID = 1;

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("socket.request.max.bytes", Integer.toString(4 * Topics.MAX_RECORD_BYTES));
        // One broker: internal topics have one copy and few partitions.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        // Quick start and quick recovery after a crash (measured: 13 s instead of a minute).
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("group.min.session.timeout.ms", "1000");
        // Nothing can take over from the only broker, so there is no use in fencing it when the machine stalls, and
        // harm: markers of transactions that are due meanwhile are lost. A restart does not wait for this, see
        // EmbeddedKafka.
        settings.put("broker.session.timeout.ms", "60000");
        // Small: the machine is shared with the whole pipeline.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(32 * 1024 * 1024));
        settings.put("log.retention.check.interval.ms", "60000");
        return settings;
    }
}
