package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.Taggers;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.enrich.topology.EnrichTopology;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.ingest.topology.ParseTopology;
import dev.dateline.model.AvroSerdes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The two Streams applications with what they are made of, and the settings they run with. */
public final class Topologies {
    private final Settings settings;
    private final InstantSource clock;

    public Topologies(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The parsers with the shipped dialects and the user's own. */
    public static Parsers parsers(Settings settings) {
        return new Parsers(
                settings.dialectsDir() == null ? Dialects.shipped() : Dialects.load(settings.dialectsDir()));
    }

    public Topology parse() {
        return new ParseTopology(
                        parsers(settings)::parse,
                        AvroSerdes.values(settings.registry()),
                        AvroSerdes.values(settings.registry()),
                        clock)
                .get();
    }

    public Topology enrich() {
        Taggers taggers = Taggers.shipped();
        return new EnrichTopology(
                        article -> taggers.tag(article, false),
                        taggers.rulesVersion(),
                        AvroSerdes.values(settings.registry()),
                        AvroSerdes.values(settings.registry()),
                        AvroSerdes.values(settings.registry()))
                .get();
    }

    Properties parseProperties() {
        return properties(ParseStreamsConfig.of(surroundings()));
    }

    Properties enrichProperties() {
        Map<String, Object> surroundings = surroundings();
        surroundings.put("num.standby.replicas", settings.standbyReplicas());
        return properties(EnrichStreamsConfig.of(surroundings));
    }

    private Map<String, Object> surroundings() {
        Map<String, Object> surroundings = new HashMap<>(settings.kafka());
        surroundings.put("state.dir", settings.dataDir().resolve("streams").toString());
        surroundings.put("num.stream.threads", settings.streamsThreads());
        surroundings.put("replication.factor", (int) settings.replicationFactor());
        return surroundings;
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
