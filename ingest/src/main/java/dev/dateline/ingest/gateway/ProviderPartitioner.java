package dev.dateline.ingest.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Keeps what one provider pushes in the order in which it was acknowledged: all of it goes to one partition, chosen by the
 * first two segments of the document's key, source and provider. As {@link dev.dateline.model.SourcePartitioner} does for
 * sources that have one provider each.
 */
public final class ProviderPartitioner implements Partitioner {
    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        byte[] provider =
                beginning(new String(keyBytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(provider)) % cluster.partitionCountForTopic(topic);
    }

    private static String beginning(String key) {
        int slash = key.indexOf('/', key.indexOf('/') + 1);
        return slash < 0 ? key : key.substring(0, slash);
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
