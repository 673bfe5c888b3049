package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.report.Progress;
import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.document.Opened;
import dev.dateline.model.Document;
import dev.dateline.model.SourcePartitioner;
import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        description =
                "Send documents into a running pipeline, to Kafka or to a gateway (--to); ends when Kafka has them all.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    private final Environment environment;
    private final AtomicLong published = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long refused;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "File, directory (walked, hidden files left out) or - for standard input; .gz, .zip and .jsonl"
                            + " are opened.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private Delivery delivery;

    @Mixin
    private HttpPublish http;

    @Mixin
    private SettingsOptions settings;

    @Spec
    private CommandSpec spec;

    PublishCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        List<String> problems = new ArrayList<>(http.problems(!paths.isEmpty()));
        ParseResult given = spec.commandLine().getParseResult();
        if (http.isAsked() && (given.hasMatchedOption("--provider") || given.hasMatchedOption("--source"))) {
            problems.add("--provider and --source do not go with --to: the token says who the provider is");
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", problems));
        }
        if (http.watches()) {
            http.sendArrivals(environment);
            return 0;
        }
        if (http.isAsked()) {
            return http.sendFiles(environment, delivery, paths) ? 0 : 1;
        }
        return toKafka();
    }

    private int toKafka() throws Exception {
        try (Progress progress = new Progress(
                        environment.terminal().err(), environment.terminal().interactive());
                KafkaProducer<String, byte[]> producer = producer(settings.load(environment))) {
            // Fails here, with a clear message, when there is no broker or no topic.
            producer.partitionsFor(Topics.DOCUMENTS.name());
            delivery.forEach(environment, paths, opened -> {
                if (opened instanceof Opened.Readable readable) {
                    send(producer, readable.document());
                    progress.update("published " + published.get());
                } else {
                    refused++;
                    environment.terminal().err().println(opened.uri() + ": not published: " + Reasons.of(opened));
                }
            });
            producer.flush();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        environment.terminal().say("Published " + published.get() + " documents to " + Topics.DOCUMENTS.name() + ".");
        return refused == 0 ? 0 : 1;
    }

    private void send(KafkaProducer<String, byte[]> producer, Document document) {
        var unused = producer.send(
                new ProducerRecord<>(
                        Topics.DOCUMENTS.name(), null, document.id(), document.bytes(), document.headers()),
                (metadata, problem) -> {
                    if (problem == null) {
                        published.incrementAndGet();
                    } else {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private static KafkaProducer<String, byte[]> producer(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "5");
        properties.put("max.request.size", Topics.MAX_RECORD_BYTES);
        properties.put("max.block.ms", "10000");
        properties.put("partitioner.class", SourcePartitioner.class.getName());
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
