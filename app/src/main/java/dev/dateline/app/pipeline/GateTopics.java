package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.topology.EnrichStreamsConfig;
import dev.dateline.enrich.topology.GateChangelogs;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The gate's changelog topics, made new. */
final class GateTopics implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration DELETION_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final Admin admin;

    GateTopics(Settings settings) {
        this.settings = settings;
        this.admin = Admin.create(new HashMap<>(settings.kafka()));
    }

    /** @throws IllegalStateException if it does */
    void refuseWhileEnrichRuns() throws ExecutionException, InterruptedException {
        int members = members(EnrichStreamsConfig.APPLICATION_ID);
        if (members > 0) {
            throw new IllegalStateException("the enrich application runs (" + members + " members of group "
                    + EnrichStreamsConfig.APPLICATION_ID + "): stop it first; after a crash wait 6 s");
        }
    }

    private int members(String group) throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /**
     * Deletes the changelogs and makes empty ones.
     *
     * @return how many partitions each has: as many as the enriched topic
     */
    int replaceChangelogs() throws ExecutionException, InterruptedException {
        int partitions = partitionsOfEnriched();
        deleteChangelogs();
        admin.createTopics(GateChangelogs.topics().entrySet().stream()
                        .map(topic -> new NewTopic(topic.getKey(), partitions, settings.replicationFactor())
                                .configs(topic.getValue()))
                        .toList())
                .all()
                .get();
        return partitions;
    }

    private int partitionsOfEnriched() throws ExecutionException, InterruptedException {
        String topic = Topics.ENRICHED.name();
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private void deleteChangelogs() throws ExecutionException, InterruptedException {
        Set<String> existing = existing();
        admin.deleteTopics(existing).all().get();
        long deadline = System.nanoTime() + DELETION_LIMIT.toNanos();
        while (!existing().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the brokers have not deleted " + existing() + " within " + DELETION_LIMIT.toSeconds()
                                + " s: is delete.topic.enable=false? Delete them, and start again");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private Set<String> existing() throws ExecutionException, InterruptedException {
        Set<String> existing = new HashSet<>(GateChangelogs.topics().keySet());
        existing.retainAll(admin.listTopics().names().get());
        return existing;
    }

    @Override
    public void close() {
        admin.close();
    }
}
