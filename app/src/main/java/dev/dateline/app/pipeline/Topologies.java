package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsException;
import dev.dateline.enrich.learn.ModelFile;
import dev.dateline.enrich.learn.ModelFileException;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.enrich.topology.EnrichSerdes;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.enrich.topology.EnrichTopology;
import dev.dateline.enrich.topology.NamedTagger;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.ingest.topology.ParseTopology;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Document;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two Streams applications with what they are made of, and the settings they run with. */
public final class Topologies {
    private static final Logger log = LoggerFactory.getLogger(Topologies.class);

    private final Settings settings;
    private final InstantSource clock;
    private final Function<Document, List<Parsed>> parser;
    private final NamedTagger tagger;

    /** The applications over a parser and a tagger, both pure and safe for use by many threads. */
    public Topologies(
            Settings settings, InstantSource clock, Function<Document, List<Parsed>> parser, NamedTagger tagger) {
        this.settings = settings;
        this.clock = clock;
        this.parser = parser;
        this.tagger = tagger;
    }

    /** The applications as shipped. */
    public static Topologies shipped(Settings settings, InstantSource clock) {
        return new Topologies(settings, clock, parsers(settings)::parse, NamedTagger.of(taggers(settings)));
    }

    /** The parsers with the shipped dialects and the user's own. */
    public static Parsers parsers(Settings settings) {
        return new Parsers(settings.dialectsDir() == null ? Dialects.shipped() : Dialects.load(settings.dialectsDir()));
    }

    /**
     * The shipped taggers, with the user's topic model when there is one.
     *
     * @throws SettingsException when the model cannot be used
     */
    public static Taggers taggers(Settings settings) {
        if (settings.topicModel() == null) {
            return Taggers.shipped();
        }
        try {
            Taggers taggers = Taggers.shipped(ModelFile.read(settings.topicModel()));
            int then = taggers.model().origin().rulesVersion();
            if (then != taggers.rulesVersion()) {
                log.warn(
                        "the topic model {} was trained beside version {} of the rules and these are version {}: it believes"
                                + " them as far as those were right; train it anew with `dateline train`",
                        settings.topicModel(),
                        then,
                        taggers.rulesVersion());
            }
            return taggers;
        } catch (ModelFileException e) {
            throw new SettingsException(List.of(e.getMessage()));
        }
    }

    public Topology parse() {
        return new ParseTopology(
                        parser, AvroSerdes.values(settings.registry()), AvroSerdes.values(settings.registry()), clock)
                .get();
    }

    public Topology enrich() {
        return new EnrichTopology(tagger, EnrichSerdes.of(settings.registry())).get();
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
