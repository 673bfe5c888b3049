package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Keeps the documents of one source in the order in which they were sent: all of them go to one partition. An article's
 * versions therefore reach the gate as the sender wrote them, and a document that is delivered again meets its own key.
 * Producers of wire.documents.v1 name this class as their {@code partitioner.class}. One partition is one parsing thread;
 * a source that outgrows it is split into several sources of the same provider.
 */
public final class SourcePartitioner implements Partitioner {
    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        byte[] source = sourceOf(new String(keyBytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(source)) % cluster.partitionCountForTopic(topic);
    }

    /** A document's key starts with its source; a source's name has no slash. */
    private static String sourceOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
