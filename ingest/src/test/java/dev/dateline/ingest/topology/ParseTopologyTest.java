package dev.dateline.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.DeadLetters;
import dev.dateline.model.Document;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTopologyTest {
    private static final String SCOPE = "parse-topology";
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://" + SCOPE);
    private static final Instant NOW = Instant.parse("2026-10-12T09:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2026-10-12T08:00:00Z");

    private Serde<Article> articleSerde = AvroSerdes.values(REGISTRY);
    private final Serde<PipelineEvent> eventSerde = AvroSerdes.values(REGISTRY);
    private final Document document =
            Document.of("lima-desk", "andes", "in/floods.xml", RECEIVED, "<news/>".getBytes(StandardCharsets.UTF_8));

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> documents;
    private TestOutputTopic<String, Article> articles;
    private TestOutputTopic<String, PipelineEvent> events;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void registerSchemas() throws Exception {
        SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
        registry.register(Topics.ARTICLES.subject(), new AvroSchema(Topics.ARTICLES.publishedSchema()));
        registry.register(Topics.EVENTS.subject(), new AvroSchema(Topics.EVENTS.publishedSchema()));
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void everyOperatorHasItsName() {
        assertThat(new ParseTopology(d -> List.of(), articleSerde, eventSerde, InstantSource.system())
                        .get()
                        .describe()
                        .toString())
                .contains(
                        "Source: read-documents",
                        "Processor: parse",
                        "Sink: write-articles",
                        "Sink: write-events",
                        "Sink: write-dead-letters");
    }

    @Test
    void anArticleIsPublishedUnderItsIdAtTheTimeOfPublication() {
        Article article = article("floods", 0);
        run(d -> List.of(new Parsed.Accepted(article)));

        pipe(document);

        TestRecord<String, Article> record = articles.readRecord();
        assertThat(record.getKey()).isEqualTo("andes/floods");
        assertThat(record.getValue()).isEqualTo(article);
        assertThat(record.getRecordTime()).isEqualTo(NOW);
        assertThat(text(record.headers(), "ce_id")).isEqualTo("andes/floods#3/0");
        assertThat(text(record.headers(), "ce_time")).isEqualTo("2026-10-12T07:30:00Z");
        assertThat(text(record.headers(), "ce_type")).isEqualTo("dev.dateline.article.v1");
        assertThat(record.headers().lastHeader("sha-256")).isNull();
        TestRecord<String, PipelineEvent> event = events.readRecord();
        assertThat(event.getKey()).isEqualTo("andes/floods");
        assertThat(event.getValue())
                .isEqualTo(new PipelineEvent(
                        document.id(),
                        "in/floods.xml",
                        "andes/floods",
                        "3",
                        null,
                        Stage.PARSE,
                        Outcome.PARSED,
                        null,
                        NOW));
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void versionsThatTheSenderDoesNotNumberHaveDifferentEventIds() {
        Article article = article("floods", 0);
        article.setVersion(null);
        article.setVersionCreated(null);
        run(d -> List.of(new Parsed.Accepted(article)));

        pipe(document);

        Headers headers = articles.readRecord().headers();
        assertThat(text(headers, "ce_id")).isEqualTo("andes/floods#" + document.sha256() + "/0");
        assertThat(text(headers, "ce_time")).isEqualTo(RECEIVED.toString());
    }

    @Test
    void aTraceIsPassedOnOrBegunTheSameForTheSameDocument() {
        run(d -> List.of(new Parsed.Accepted(article("floods", 0))));
        Headers traced = document.headers();
        traced.add(
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8));
        traced.add("tracestate", "andes=1".getBytes(StandardCharsets.UTF_8));

        documents.pipeInput(new TestRecord<>(document.id(), document.bytes(), traced, RECEIVED));
        pipe(document);
        pipe(document);

        List<TestRecord<String, Article>> records = articles.readRecordsToList();
        assertThat(text(records.get(0).headers(), "traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(text(records.get(0).headers(), "tracestate")).isEqualTo("andes=1");
        assertThat(text(records.get(1).headers(), "traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .isEqualTo(text(records.get(2).headers(), "traceparent"));
    }

    @Test
    void partsAreRejectedByThemselvesAndTheBytesKeptOnce() {
        run(d -> List.of(
                new Parsed.Accepted(article("floods", 0)),
                new Parsed.Rejected("newsml-g2", 1, "no guid"),
                new Parsed.Rejected("newsml-g2", 2, "no content")));

        pipe(document);

        assertThat(articles.readKeyValuesToList()).hasSize(1);
        assertThat(events.readKeyValuesToList())
                .extracting(kv -> kv.key, kv -> kv.value.getOutcome(), kv -> kv.value.getReason())
                .containsExactly(
                        tuple("andes/floods", Outcome.PARSED, null),
                        tuple(document.id(), Outcome.REJECTED, "newsml-g2: no guid"),
                        tuple(document.id(), Outcome.REJECTED, "newsml-g2: no content"));
        List<TestRecord<String, byte[]>> letters = deadLetters.readRecordsToList();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).getValue()).isEqualTo(document.bytes());
        assertThat(letters.get(0).getKey()).isEqualTo(document.id());
        assertThat(letters.get(0).getRecordTime()).isEqualTo(NOW);
        Headers headers = letters.get(0).headers();
        assertThat(Document.of(headers, letters.get(0).getValue()).id()).isEqualTo(document.id());
        assertThat(text(headers, "__streams.errors.message"))
                .isEqualTo("position 1: newsml-g2: no guid; position 2: newsml-g2: no content");
        assertThat(text(headers, "__streams.errors.topic")).isEqualTo("wire.documents.v1");
        assertThat(text(headers, "__streams.errors.partition")).isEqualTo("0");
        assertThat(text(headers, "__streams.errors.offset")).isEqualTo("0");
    }

    @Test
    void oneDeadLetterNamesTenReasonsAtMost() {
        run(d -> IntStream.range(0, 12)
                .<Parsed>mapToObj(i -> new Parsed.Rejected("ninjs", i, "reason " + i))
                .toList());

        pipe(document);

        assertThat(text(deadLetters.readRecord().headers(), DeadLetters.MESSAGE))
                .contains("position 9: ninjs: reason 9")
                .doesNotContain("reason 10")
                .endsWith("; and 2 more");
        assertThat(events.readValuesToList()).hasSize(12);
    }

    @Test
    void aFailingParserCostsOneDocumentAndQuotesNothingInPublic() {
        run(d -> {
            if (d.uri().equals("in/floods.xml")) {
                throw new NumberFormatException("For input string: \"secret phone number\"");
            }
            return List.of(new Parsed.Accepted(article("next", 0)));
        });

        pipe(document);
        pipe(Document.of("lima-desk", "andes", "in/next.xml", RECEIVED, new byte[] {1}));

        PipelineEvent event = events.readValue();
        assertThat(event.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(event.getReason()).contains("NumberFormatException").doesNotContain("secret");
        Headers headers = deadLetters.readRecord().headers();
        assertThat(text(headers, DeadLetters.EXCEPTION)).isEqualTo("java.lang.NumberFormatException");
        assertThat(text(headers, DeadLetters.STACKTRACE)).contains("secret phone number", "ParseTopologyTest");
        assertThat(articles.readKeyValue().key).isEqualTo("andes/next");
    }

    @Test
    void endlessNestingCostsOneDocumentAndNotTheThread() {
        run(ParseTopologyTest::recurse);

        pipe(document);

        assertThat(events.readValue().getReason()).contains("StackOverflowError");
        assertThat(deadLetters.readValue()).isEqualTo(document.bytes());
    }

    private static List<Parsed> recurse(Document document) {
        return document == null ? List.of() : recurse(document);
    }

    @Test
    void nothingFoundIsARejectionAndNotSilence() {
        run(d -> List.of());

        pipe(document);

        assertThat(events.readValue().getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(deadLetters.readValue()).isEqualTo(document.bytes());
    }

    @Test
    void aRecordThatIsNoDocumentIsADeadLetterThatNamesTheMissingHeader() {
        run(d -> List.of(new Parsed.Accepted(article("floods", 0))));

        documents.pipeInput("some key", new byte[] {1, 2});

        PipelineEvent event = events.readValue();
        assertThat(event.getDocumentId()).isEqualTo("some key");
        assertThat(event.getReason()).contains("'source'");
        assertThat(deadLetters.readValue()).containsExactly(1, 2);
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void theTombstoneOfAnErasedDocumentIsPassedOver() {
        run(d -> List.of(new Parsed.Accepted(article("floods", 0))));

        documents.pipeInput(document.id(), null);

        assertThat(articles.isEmpty() && events.isEmpty() && deadLetters.isEmpty())
                .isTrue();
    }

    @Test
    void anArticleTooLargeForItsTopicIsRejectedBeforeItIsWritten() {
        Article large = article("floods", 0);
        large.setBody(List.of("a".repeat(Topics.MAX_ARTICLE_BYTES + 1)));
        run(d -> List.of(new Parsed.Accepted(large), new Parsed.Accepted(article("drought", 1))));

        pipe(document);

        assertThat(articles.readKeyValuesToList()).extracting(kv -> kv.key).containsExactly("andes/drought");
        assertThat(events.readKeyValuesToList())
                .extracting(kv -> kv.key, kv -> kv.value.getOutcome())
                .containsExactly(tuple("andes/drought", Outcome.PARSED), tuple("andes/floods", Outcome.REJECTED));
        assertThat(deadLetters.readValue()).isEqualTo(document.bytes());
    }

    @Test
    void anArticleThatDoesNotFitItsSchemaIsRejected() {
        Article broken = article("floods", 0);
        broken.getProvenance().setSha256(null);
        run(d -> List.of(new Parsed.Accepted(broken)));

        pipe(document);

        assertThat(articles.isEmpty()).isTrue();
        assertThat(events.readValue().getReason()).contains("schema");
        assertThat(text(deadLetters.readRecord().headers(), DeadLetters.EXCEPTION))
                .isEqualTo(SerializationException.class.getName());
    }

    @Test
    void anOversizedRecordOfAnotherProducerIsReferredToWithoutItsBytes() {
        run(d -> List.of(new Parsed.Rejected("unknown", 0, "too large")));
        Document large =
                Document.of("lima-desk", "andes", "in/large.xml", RECEIVED, new byte[Topics.MAX_DOCUMENT_BYTES + 1]);

        pipe(large);

        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.getValue()).isNull();
        assertThat(letter.getKey()).isEqualTo(large.id());
        assertThat(letter.headers().lastHeader("__streams.errors.offset")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "mock://nothing-registered"})
    void aRegistryThatIsUnreachableOrEmptyStopsWithoutADeadLetter(String url) {
        articleSerde = AvroSerdes.values(Map.of("schema.registry.url", url));
        run(d -> List.of(new Parsed.Accepted(article("floods", 0))));

        assertThatThrownBy(() -> pipe(document)).isInstanceOf(StreamsException.class);

        assertThat(articles.isEmpty() && events.isEmpty() && deadLetters.isEmpty())
                .isTrue();
    }

    @Test
    void transientTroubleWhileParsingStopsWithoutADeadLetter() {
        run(d -> {
            throw new SerializationException(new ConnectException("Connection refused"));
        });

        assertThatThrownBy(() -> pipe(document)).isInstanceOf(StreamsException.class);

        assertThat(events.isEmpty() && deadLetters.isEmpty()).isTrue();
    }

    @Test
    void whatTheProcessorDidNotForeseeBecomesADeadLetterOfTheHandler() {
        run(
                d -> {
                    throw new IllegalStateException("parser");
                },
                () -> {
                    throw new IllegalStateException("clock");
                });

        pipe(document);

        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.getKey()).isEqualTo(document.id());
        assertThat(letter.getValue()).isEqualTo(document.bytes());
        assertThat(text(letter.headers(), "__streams.errors.message")).isEqualTo("clock");
        assertThat(text(letter.headers(), "uri")).isEqualTo("in/floods.xml");
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void deadLettersCarryTheNamesThatKafkaGives() {
        Headers ours = DeadLetters.headers(
                new RecordHeaders(), new IllegalStateException("because"), "because", "topic", 1, 2L);

        assertThat(ours.toArray())
                .extracting(Header::key)
                .containsExactly(
                        ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_NAME,
                        ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_MESSAGE_NAME,
                        ExceptionHandlerUtils.HEADER_ERRORS_STACKTRACE_NAME,
                        ExceptionHandlerUtils.HEADER_ERRORS_TOPIC_NAME,
                        ExceptionHandlerUtils.HEADER_ERRORS_PARTITION_NAME,
                        ExceptionHandlerUtils.HEADER_ERRORS_OFFSET_NAME);
    }

    private Article article(String guid, int position) {
        return Articles.article(document, guid, position);
    }

    @Test
    void anotherStoryUnderADerivedIdGetsAnIdOfItsOwnAndAReplayGivesItTheSame() {
        Article crews = derived("Ferry crews walk off in Piraeus");
        Article grapes = derived("Hail destroys vineyards near Mendoza");
        run(d -> List.of(new Parsed.Accepted(d.uri().contains("grapes") ? grapes : crews)));

        for (int delivery = 0; delivery < 2; delivery++) {
            pipe(document);
            pipe(Document.of("lima-desk", "andes", "grapes.txt", RECEIVED, new byte[] {1}));
        }

        assertThat(articles.readKeyValuesToList())
                .extracting(record -> record.key)
                .containsExactly("andes/budget", forked(grapes), "andes/budget", forked(grapes));
    }

    private Article derived(String headline) {
        return TestArticles.sealed(Article.newBuilder(article("budget", 0))
                .setHeadline(headline)
                .setBody(List.of())
                .setFlags(List.of(ArticleIds.DERIVED)));
    }

    private static String forked(Article article) {
        return article.getArticleId() + "~" + article.getContentHash().substring(0, 8);
    }

    private void run(Function<Document, List<Parsed>> parse) {
        run(parse, () -> NOW);
    }

    private void run(Function<Document, List<Parsed>> parse, InstantSource clock) {
        Map<String, Object> surroundings = new HashMap<>();
        surroundings.put("bootstrap.servers", "localhost:0");
        Properties properties = new Properties();
        properties.putAll(ParseStreamsConfig.of(surroundings));
        driver = new TopologyTestDriver(
                new ParseTopology(parse, articleSerde, eventSerde, clock, Stores::inMemoryKeyValueStore).get(),
                properties,
                NOW);
        documents = driver.createInputTopic(Topics.DOCUMENTS.name(), new StringSerializer(), new ByteArraySerializer());
        StringDeserializer key = new StringDeserializer();
        articles = driver.createOutputTopic(Topics.ARTICLES.name(), key, articleSerde.deserializer());
        events = driver.createOutputTopic(Topics.EVENTS.name(), key, eventSerde.deserializer());
        deadLetters = driver.createOutputTopic(Topics.INGEST_DLQ.name(), key, new ByteArrayDeserializer());
    }

    private void pipe(Document document) {
        documents.pipeInput(new TestRecord<>(document.id(), document.bytes(), document.headers(), RECEIVED));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
