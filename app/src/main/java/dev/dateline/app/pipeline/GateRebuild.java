package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.RebuiltEntry;
import dev.dateline.enrich.topology.GateChangelogs;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Ruling;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * Writes the gate's memory anew, from the enriched topic, the ids on the public one and the rulings: for a cluster that has
 * those topics but not the changelogs, or changelogs that nobody trusts. The enrich application must not run meanwhile, and
 * what it keeps below this process's data directory is deleted.
 */
public final class GateRebuild {
    private final Settings settings;
    private final Set<String> inPublic = new HashSet<>();
    private final Map<String, List<Ruling>> rulings = new HashMap<>();
    private long entries;

    public GateRebuild(Settings settings) {
        this.settings = settings;
    }

    /**
     * Does it.
     *
     * @return entries written; negative when {@code course} ended it, and then it has to be done again
     * @throws IllegalStateException if the enrich application runs
     * @throws IOException if its local state cannot be deleted
     */
    public long run(Course course) throws ExecutionException, InterruptedException, IOException {
        try (GateTopics topics = new GateTopics(settings)) {
            topics.refuseWhileEnrichRuns();
            forgetLocalState();
            readPublicIds();
            readRulings();
            int partitions = topics.replaceChangelogs();
            return write(partitions, course) ? entries : -1;
        }
    }

    /** Streams trusts what a local store says of itself, and would go on from there instead of from the new changelogs. */
    private void forgetLocalState() throws IOException {
        Path state = Topologies.enrichState(settings);
        if (!Files.exists(state)) {
            return;
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void readPublicIds() throws InterruptedException {
        try (TopicScan scan = TopicScan.of(settings, Topics.PUBLIC_ARTICLES)) {
            scan.read(Course.UNWATCHED, record -> {
                if (record.value() == null) {
                    inPublic.remove(record.key());
                } else {
                    inPublic.add(record.key());
                }
            });
        }
    }

    private void readRulings() throws InterruptedException {
        try (Serde<Ruling> serde = AvroSerdes.values(settings.registry());
                TopicScan scan = TopicScan.of(settings, Topics.RULINGS)) {
            scan.read(Course.UNWATCHED, record -> rulings.computeIfAbsent(record.key(), id -> new ArrayList<>())
                    .add(serde.deserializer().deserialize(record.topic(), record.value())));
        }
    }

    private boolean write(int partitions, Course course) throws InterruptedException {
        try (BulkProducer<byte[], byte[]> producer =
                        new BulkProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                CurrentArticles articles = new CurrentArticles(settings)) {
            boolean all = articles.read(
                    id -> true,
                    current -> {
                        GateEntry entry = RebuiltEntry.of(current.article(), inPublic.contains(current.id()));
                        Article article = current.article().getArticle();
                        send(producer, partitions, current.id(), ruled(current.id(), entry), article);
                    },
                    course);
            // What is left has no current state: it was erased.
            List.copyOf(rulings.keySet()).forEach(id -> send(producer, partitions, id, ruled(id, null), null));
            producer.finish();
            return all;
        }
    }

    private GateEntry ruled(String id, GateEntry entry) {
        List<Ruling> own = rulings.remove(id);
        GateEntry after = entry;
        for (Ruling ruling : own == null ? List.<Ruling>of() : own) {
            after = RebuiltEntry.after(ruling, after);
        }
        return after;
    }

    /** Into the article's partition, whatever the key is. */
    private void send(
            BulkProducer<byte[], byte[]> producer, int partitions, String id, GateEntry entry, Article current) {
        if (entry == null) {
            return;
        }
        int partition = TopicScan.partitionOf(id).applyAsInt(partitions);
        GateChangelogs.of(id, entry, current)
                .forEach(change ->
                        producer.send(new ProducerRecord<>(change.topic(), partition, change.key(), change.value())));
        entries++;
    }
}
