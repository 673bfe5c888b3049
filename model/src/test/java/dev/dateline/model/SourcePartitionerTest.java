package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class SourcePartitionerTest {
    private static final int PARTITIONS = 6;

    private final Node node = new Node(0, "localhost", 9092);
    private final Node[] nodes = {node};
    private final Cluster cluster = new Cluster(
            "test",
            List.of(node),
            IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new PartitionInfo("documents", i, node, nodes, nodes))
                    .toList(),
            Set.of(),
            Set.of());

    @Test
    void documentsOfOneSourceShareAPartition() {
        int first = partition("desk/2026/a.xml@0123456789abcdef");

        assertThat(IntStream.range(0, 100).map(i -> partition("desk/other" + i + ".zip!/b@" + i)))
                .containsOnly(first);
    }

    @Test
    void sourcesAreSpreadOverThePartitions() {
        assertThat(IntStream.range(0, 200)
                        .map(i -> partition("source" + i + "/a.xml@0"))
                        .distinct()
                        .sorted())
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    private int partition(String key) {
        try (SourcePartitioner partitioner = new SourcePartitioner()) {
            return partitioner.partition("documents", key, key.getBytes(StandardCharsets.UTF_8), null, null, cluster);
        }
    }
}
