package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.app.settings.SettingsException;
import dev.dateline.enrich.learn.ModelFile;
import dev.dateline.enrich.learn.ModelFileException;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.enrich.topology.EnrichSerdes;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.enrich.topology.EnrichTopology;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.ingest.topology.ParseStreamsConfig;
import dev.dateline.ingest.topology.ParseTopology;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Document;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two Streams applications with what they are made of, and the settings they run with. */
public final class Topologies {
    private static final Logger log = LoggerFactory.getLogger(Topologies.class);

    private final Settings settings;
    private final InstantSource clock;
    private final Function<Document, List<Parsed>> parser;
    private final Supplier<RuleSet> rules;

    /**
     * The applications.
     *
     * @param parser pure and safe for use by many threads
     * @param rules those in force, asked for with every article
     */
    public Topologies(
            Settings settings, InstantSource clock, Function<Document, List<Parsed>> parser, Supplier<RuleSet> rules) {
        this.settings = settings;
        this.clock = clock;
        this.parser = parser;
        this.rules = rules;
    }

    /** The applications as shipped, with the rules that ship and no packs. */
    public static Topologies shipped(Settings settings, InstantSource clock) {
        RuleSet shipped = taggersWith(settings).apply(Packs.NONE).ruleSet();
        return shipped(settings, clock, () -> shipped);
    }

    /** The applications as shipped. */
    static Topologies shipped(Settings settings, InstantSource clock, Supplier<RuleSet> rules) {
        return new Topologies(settings, clock, parsers(settings)::parse, rules);
    }

    /** The parsers with the shipped dialects and the user's own. */
    public static Parsers parsers(Settings settings) {
        return new Parsers(settings.dialectsDir() == null ? Dialects.shipped() : Dialects.load(settings.dialectsDir()));
    }

    /**
     * What makes taggers: the shipped ones with rule packs, and with the user's topic model when there is one. The model is
     * read once.
     *
     * @throws SettingsException when the model cannot be used
     */
    public static Function<Packs, Taggers> taggersWith(Settings settings) {
        return taggersWith(settings, model(settings));
    }

    /** The same with a model that was read already; null for none. */
    static Function<Packs, Taggers> taggersWith(Settings settings, TopicModel model) {
        return packs -> {
            Taggers taggers = Taggers.of(packs, model);
            if (model != null && model.origin().rulesVersion() != taggers.rulesVersion()) {
                log.warn(
                        "the topic model {} was trained beside version {} of the rules and these are version {}: it believes"
                                + " them as far as those were right; train it anew with `dateline train`",
                        settings.topicModel(),
                        model.origin().rulesVersion(),
                        taggers.rulesVersion());
            }
            return taggers;
        };
    }

    /**
     * The user's topic model, or null.
     *
     * @throws SettingsException when it cannot be used
     */
    static TopicModel model(Settings settings) {
        try {
            return settings.topicModel() == null ? null : ModelFile.read(settings.topicModel());
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
        return new EnrichTopology(rules, EnrichSerdes.of(settings.registry())).get();
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
        surroundings.put("state.dir", stateDirectory(settings).toString());
        surroundings.put("num.stream.threads", settings.streamsThreads());
        surroundings.put("replication.factor", (int) settings.replicationFactor());
        return surroundings;
    }

    private static Path stateDirectory(Settings settings) {
        return settings.dataDir().resolve("streams");
    }

    /** Where the enrich application keeps its stores on this machine. */
    static Path enrichState(Settings settings) {
        return stateDirectory(settings).resolve(EnrichStreamsConfig.APPLICATION_ID);
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
