package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** {@code docs/topology.txt} is what runs; {@code -Dtopology.write=true} writes it anew. */
class TopologyDescriptionTest {
    private static final Path FILE = Path.of("../docs/topology.txt");
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://topology-description");

    private final Serde<Article> articles = AvroSerdes.values(REGISTRY);
    private final Serde<EnrichedArticle> enriched = AvroSerdes.values(REGISTRY);
    private final Serde<PipelineEvent> events = AvroSerdes.values(REGISTRY);

    @Test
    void theDocumentedTopologyIsTheOneThatRuns() throws IOException {
        String described = new EnrichTopology(EnrichDriver.NO_TAGS, 1, articles, enriched, events)
                .get()
                .describe()
                .toString();
        if (Boolean.getBoolean("topology.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, described);
        }

        assertThat(Files.readString(FILE))
                .as("docs/topology.txt is out of date: write it with -Dtopology.write=true")
                .isEqualTo(described);
    }
}
