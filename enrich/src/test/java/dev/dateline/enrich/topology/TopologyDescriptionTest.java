package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/topology.txt} is what runs; {@code -Dtopology.write=true} writes it anew. */
class TopologyDescriptionTest {
    private static final Path FILE = Path.of("../docs/topology.txt");
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://topology-description");

    private final EnrichSerdes serdes = EnrichSerdes.of(REGISTRY);

    @Test
    void theDocumentedTopologyIsTheOneThatRuns() throws IOException {
        String described = new EnrichTopology(() -> new RuleSet(EnrichDriver.NO_TAGS, 1, "1"), serdes)
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
