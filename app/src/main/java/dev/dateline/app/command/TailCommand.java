package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Tag;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "tail", description = "Follow the enriched articles, until Ctrl-C.", mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    private static final double ABOUT = 0.5;

    private final Environment environment;

    @Option(
            names = "--country",
            paramLabel = "CC",
            description = "Only articles about this country (ISO 3166-1 alpha-2).")
    private String country;

    @Option(names = "--topic", paramLabel = "CODE", description = "Only articles about this Media Topic (8 digits).")
    private String topic;

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    @Option(names = "--from-beginning", description = "Start with what is there already.")
    private boolean fromBeginning;

    @Option(
            names = "--until-end",
            description = "End when all that is there now is shown, instead of waiting for more.")
    private boolean untilEnd;

    @Mixin
    private SettingsOptions settings;

    TailCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings effective = settings.load(environment);
        Map<String, Object> properties = new HashMap<>(effective.kafka());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("default.api.timeout.ms", "10000");
        try (Shutdown shutdown = Shutdown.onSignal();
                Serde<EnrichedArticle> serde = AvroSerdes.values(effective.registry());
                KafkaConsumer<String, EnrichedArticle> consumer =
                        new KafkaConsumer<>(properties, new StringDeserializer(), serde.deserializer())) {
            follow(consumer, shutdown);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void follow(KafkaConsumer<String, EnrichedArticle> consumer, Shutdown shutdown)
            throws InterruptedException {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(
                    "there is no topic " + Topics.ENRICHED.name() + ": run `dateline topics apply`");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        while (!shutdown.askedWithin(Duration.ZERO)) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                if (record.value() != null && isWanted(record.value())) {
                    show(record.value());
                }
            });
            if (untilEnd
                    && end.entrySet().stream()
                            .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue())) {
                return;
            }
        }
    }

    private boolean isWanted(EnrichedArticle article) {
        return (country == null || isAbout(article, "country", country))
                && (topic == null || isAbout(article, "medtop", topic));
    }

    private static boolean isAbout(EnrichedArticle article, String scheme, String code) {
        return article.getTags().stream()
                .anyMatch(tag -> tag.getScheme().equals(scheme)
                        && tag.getCode().equalsIgnoreCase(code)
                        && tag.getScore() >= ABOUT);
    }

    private void show(EnrichedArticle article) {
        if (json) {
            environment.terminal().out().println(ArticleJson.write(article));
            return;
        }
        String countries = article.getTags().stream()
                .filter(tag -> tag.getScheme().equals("country") && tag.getScore() >= ABOUT)
                .map(Tag::getCode)
                .collect(Collectors.joining(" "));
        String headline = article.getArticle().getHeadline();
        environment
                .terminal()
                .out()
                .println(String.format(
                        "%-9s %-9s %s  %s  r%d",
                        article.getState().name().toLowerCase(java.util.Locale.ROOT),
                        countries,
                        headline == null ? "—" : headline,
                        article.getArticleId(),
                        article.getRevision()));
    }
}
