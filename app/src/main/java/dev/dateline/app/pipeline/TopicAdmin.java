package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the topics and their schemas what {@link Topics} says, or tells where they differ. */
public final class TopicAdmin implements AutoCloseable {
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int SCHEMA_CACHE = 100;

    private final Settings settings;
    private final Admin admin;
    private final SchemaRegistryClient registry;

    public TopicAdmin(Settings settings) {
        this.settings = settings;
        this.admin = Admin.create(new HashMap<>(settings.kafka()));
        this.registry = new CachedSchemaRegistryClient(settings.registryUrl(), SCHEMA_CACHE, settings.registry());
    }

    /**
     * Creates what is missing and sets what differs.
     *
     * @return one line for each thing done
     * @throws IllegalStateException if a topic has another number of partitions: keys would change place
     */
    public List<String> apply() throws ExecutionException, InterruptedException, IOException, RestClientException {
        List<String> wrong = partitionProblems();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", wrong));
        }
        List<String> done = new ArrayList<>(createMissing());
        done.addAll(alterDiffering());
        done.addAll(registerSchemas());
        return done;
    }

    /** One line for each difference between what is and what should be; empty when all is well. */
    public List<String> verify() throws ExecutionException, InterruptedException, IOException, RestClientException {
        List<String> problems = new ArrayList<>(partitionProblems());
        Map<String, TopicDescription> existing = describe();
        for (Topic topic : Topics.ALL) {
            if (!existing.containsKey(topic.name())) {
                problems.add("topic " + topic.name() + " does not exist: run `dateline topics apply`");
            }
        }
        differingConfigs()
                .forEach((topic, ops) -> ops.forEach(op -> problems.add(
                        "topic " + topic + " has another " + op.configEntry().name() + " than "
                                + op.configEntry().value() + ": run `dateline topics apply`")));
        for (Topic topic : withSchema()) {
            AvroSchema schema = new AvroSchema(topic.publishedSchema());
            if (!registered(topic, schema)) {
                problems.add("subject " + topic.subject() + " lacks the current schema: run `dateline topics apply`");
            }
        }
        return problems;
    }

    private List<String> partitionProblems() throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> existing = describe();
        List<String> problems = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            TopicDescription description = existing.get(topic.name());
            if (description != null && description.partitions().size() != partitionsOf(topic)) {
                problems.add("topic " + topic.name() + " has "
                        + description.partitions().size() + " partitions, not " + partitionsOf(topic)
                        + ": set topics.partitions to that, or rebuild as docs/operating.md tells");
            }
        }
        return problems;
    }

    private List<String> createMissing() throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> existing = describe();
        List<NewTopic> missing = Topics.ALL.stream()
                .filter(topic -> !existing.containsKey(topic.name()))
                .map(topic -> new NewTopic(topic.name(), partitionsOf(topic), settings.replicationFactor())
                        .configs(topic.config()))
                .toList();
        admin.createTopics(missing).all().get();
        return missing.stream().map(topic -> "created topic " + topic.name()).toList();
    }

    private List<String> alterDiffering() throws ExecutionException, InterruptedException {
        Map<String, List<AlterConfigOp>> differing = differingConfigs();
        Map<ConfigResource, java.util.Collection<AlterConfigOp>> changes = new HashMap<>();
        differing.forEach((topic, ops) -> changes.put(resource(topic), ops));
        admin.incrementalAlterConfigs(changes).all().get();
        return differing.keySet().stream()
                .map(topic -> "changed settings of topic " + topic)
                .toList();
    }

    private List<String> registerSchemas() throws IOException, RestClientException {
        List<String> done = new ArrayList<>();
        for (Topic topic : withSchema()) {
            AvroSchema schema = new AvroSchema(topic.publishedSchema());
            if (!registered(topic, schema)) {
                registry.updateCompatibility(topic.subject(), COMPATIBILITY);
                registry.register(topic.subject(), schema);
                done.add("registered schema of " + topic.subject());
            }
        }
        return done;
    }

    private boolean registered(Topic topic, AvroSchema schema) throws IOException, RestClientException {
        try {
            registry.getId(topic.subject(), schema);
            return true;
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                return false;
            }
            throw e;
        }
    }

    private Map<String, List<AlterConfigOp>> differingConfigs() throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> existing = describe();
        List<Topic> present = Topics.ALL.stream()
                .filter(topic -> existing.containsKey(topic.name()))
                .toList();
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        present.stream().map(topic -> resource(topic.name())).toList())
                .all()
                .get();
        Map<String, List<AlterConfigOp>> differing = new HashMap<>();
        for (Topic topic : present) {
            Config config = configs.get(resource(topic.name()));
            List<AlterConfigOp> ops = topic.config().entrySet().stream()
                    .filter(wanted -> !wanted.getValue()
                            .equals(config.get(wanted.getKey()).value()))
                    .map(wanted -> new AlterConfigOp(
                            new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            if (!ops.isEmpty()) {
                differing.put(topic.name(), ops);
            }
        }
        return differing;
    }

    private Map<String, TopicDescription> describe() throws ExecutionException, InterruptedException {
        List<String> names = Topics.ALL.stream()
                .map(Topic::name)
                .filter(admin.listTopics().names().get()::contains)
                .toList();
        return admin.describeTopics(names).allTopicNames().get();
    }

    private int partitionsOf(Topic topic) {
        return topic.partitioning() == Topic.Partitioning.SINGLE ? 1 : settings.partitions();
    }

    private static List<Topic> withSchema() {
        return Topics.ALL.stream().filter(topic -> topic.schema() != null).toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    @Override
    public void close() throws IOException {
        admin.close();
        registry.close();
    }
}
