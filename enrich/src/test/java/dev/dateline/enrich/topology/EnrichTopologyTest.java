package dev.dateline.enrich.topology;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.kill;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.DeadLetters;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Quote;
import dev.dateline.model.Stage;
import dev.dateline.model.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
    private static final Tag TAG = Tag.newBuilder()
            .setScheme("country")
            .setCode("GB")
            .setScore(0.9)
            .setMethod("dateline")
            .build();
    private static final Article FIRST = sealed(version("a", 1, "Ferries stay in port"));
    private static final Article SECOND = sealed(version("a", 2, "Ferries leave port"));
    private static final Article THIRD = sealed(version("a", 3, "Ferries back in port"));
    private static final Article KILL = sealed(kill("a", 2));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant ONE = NOON.plus(HOUR);

    private static final Quote QUOTE = Quote.newBuilder()
            .setField("body[0]")
            .setStart(1)
            .setEnd(3)
            .setText("No")
            .setScore(0)
            .setMethod("none")
            .build();

    private EnrichDriver wire = new EnrichDriver(article -> new Tagging(List.of(TAG), List.of(QUOTE), List.of()));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void anArticleIsTaggedAndGoesToBothTopics() {
        wire.arrive(FIRST);

        EnrichedArticle enriched = only(wire.enriched());
        assertThat(enriched.getArticle()).isEqualTo(FIRST);
        assertThat(enriched.getState()).isEqualTo(ArticleState.CURRENT);
        assertThat(enriched.getPublishable()).isTrue();
        assertThat(enriched.getTags()).containsExactly(TAG);
        assertThat(enriched.getQuotes()).containsExactly(QUOTE);
        assertThat(enriched.getRevision()).isEqualTo(1);
        assertThat(enriched.getEnrichedAt()).isEqualTo(NOON);
        assertThat(only(wire.inPublic())).isEqualTo(enriched);
        PipelineEvent event = only(wire.events());
        assertThat(event.getStage()).isEqualTo(Stage.GATE);
        assertThat(event.getOutcome()).isEqualTo(Outcome.CURRENT);
        assertThat(event.getArticleId()).isEqualTo("testwire/a");
        assertThat(event.getDocumentId()).isEqualTo("test/a.xml@0");
        assertThat(event.getRevision()).isEqualTo(1);
    }

    @Test
    void anUpdateChainOutOfOrderEndsWithTheNewest() {
        wire.arrive(SECOND, FIRST, THIRD, SECOND, THIRD);

        assertThat(values(wire.enriched()))
                .extracting(EnrichedArticle::getRevision, enriched -> enriched.getArticle()
                        .getVersion())
                .containsExactly(tuple(1L, "2"), tuple(2L, "3"));
        assertThat(outcomes())
                .containsExactly(Outcome.CURRENT, Outcome.STALE, Outcome.CURRENT, Outcome.STALE, Outcome.REPEAT);
    }

    @Test
    void aKillTakesTextAndTagsFromBothTopics() {
        wire.arrive(FIRST, KILL);

        assertThat(last(wire.enriched())).satisfies(EnrichTopologyTest::isKilled);
        assertThat(last(wire.inPublic())).satisfies(EnrichTopologyTest::isKilled);
        assertThat(outcomes()).containsExactly(Outcome.CURRENT, Outcome.KILLED);
    }

    @Test
    void aKillThatComesFirstKeepsEveryVersionOut() {
        wire.arrive(KILL, FIRST, THIRD);

        assertThat(only(wire.enriched())).satisfies(EnrichTopologyTest::isKilled);
        assertThat(wire.inPublic()).isEmpty();
        assertThat(values(wire.events()))
                .allSatisfy(event -> assertThat(event.getOutcome()).isEqualTo(Outcome.KILLED))
                .extracting(PipelineEvent::getRevision)
                .containsExactly(1L, null, null);
    }

    @Test
    void anEmbargoEndsNeitherEarlyNorMoreThanASecondLate() {
        Article embargoed = embargoed(FIRST, ONE);
        wire.arrive(embargoed);
        assertThat(only(wire.enriched()).getState()).isEqualTo(ArticleState.EMBARGOED);
        wire.advance(HOUR.minusMillis(1));
        assertThat(wire.inPublic()).isEmpty();
        assertThat(wire.enriched()).isEmpty();

        wire.advance(Duration.ofMillis(500));

        EnrichedArticle released = only(wire.enriched());
        assertThat(released.getState()).isEqualTo(ArticleState.CURRENT);
        assertThat(released.getReasons()).isEmpty();
        assertThat(released.getRevision()).isEqualTo(2);
        assertThat(released.getTags()).containsExactly(TAG);
        assertThat(released.getEnrichedAt()).isBetween(ONE, ONE.plusSeconds(1));
        assertThat(only(wire.inPublic())).isEqualTo(released);
        assertThat(outcomes()).containsExactly(Outcome.HELD, Outcome.RELEASED);
        wire.advance(HOUR);
        assertThat(wire.enriched()).isEmpty();
        assertThat(wire.due().all()).isExhausted();
    }

    @Test
    void anEmbargoEndsAlsoAfterARestart() {
        Article embargoed = embargoed(FIRST, ONE);
        wire.arrive(embargoed);
        wire.advance(HOUR.dividedBy(2));
        wire = wire.restarted(EnrichDriver.NO_TAGS);
        wire.advance(HOUR.dividedBy(2).minusMillis(1));
        assertThat(wire.inPublic()).isEmpty();

        wire.advance(Duration.ofSeconds(1));

        assertThat(only(wire.inPublic()).getRevision()).isEqualTo(2);
        wire.arrive(embargoed);
        assertThat(outcomes()).containsExactly(Outcome.RELEASED, Outcome.REPEAT);
    }

    @Test
    void anEmbargoThatEndedWhileNothingRanEndsAtTheStart() {
        wire.arrive(embargoed(FIRST, ONE));
        wire = wire.restarted(EnrichDriver.NO_TAGS);

        wire.advance(HOUR.multipliedBy(24));

        assertThat(only(wire.inPublic()).getState()).isEqualTo(ArticleState.CURRENT);
    }

    @Test
    void manyEmbargoesEndTogether() {
        for (int i = 0; i < 1_500; i++) {
            wire.arrive(embargoed(sealed(version("a" + i, 1, "Results " + i)), ONE));
        }
        wire.advance(HOUR);
        wire.advance(Duration.ofMillis(500));

        assertThat(wire.inPublic()).hasSize(1_500);
    }

    @Test
    void theCorrectionOfAnEmbargoedArticleIsHeldInItsPlace() {
        wire.arrive(embargoed(FIRST, ONE), embargoed(SECOND, ONE.plus(HOUR)));
        wire.advance(HOUR.plusSeconds(1));
        assertThat(wire.inPublic()).isEmpty();

        wire.advance(HOUR);

        assertThat(only(wire.inPublic()).getArticle().getVersion()).isEqualTo("2");
        assertThat(outcomes()).containsExactly(Outcome.HELD, Outcome.HELD, Outcome.RELEASED);
    }

    @Test
    void aNewVersionWithoutEmbargoOrAKillEndsTheWaiting() {
        wire.arrive(embargoed(FIRST, ONE), SECOND);
        Article other = sealed(version("b", 1, "Budget in full"));
        wire.arrive(embargoed(other, ONE), sealed(kill("b", 2)));
        wire.inPublic();
        wire.enriched();

        wire.advance(HOUR.multipliedBy(2));

        assertThat(wire.inPublic()).isEmpty();
        assertThat(wire.enriched()).isEmpty();
        assertThat(wire.due().all()).isExhausted();
    }

    @Test
    void anEmbargoedCorrectionWithdrawsThePublicText() {
        wire.arrive(FIRST, embargoed(SECOND, ONE));

        EnrichedArticle marker = last(wire.inPublic());
        assertThat(marker.getState()).isEqualTo(ArticleState.EMBARGOED);
        assertThat(marker.getArticle().getHeadline()).isNull();
        assertThat(marker.getTags()).isEmpty();
        assertThat(marker.getQuotes()).isEmpty();
        EnrichedArticle enriched = last(wire.enriched());
        assertThat(enriched.getArticle().getHeadline()).isEqualTo("Ferries leave port");
        assertThat(enriched.getRevision()).isEqualTo(marker.getRevision());
    }

    @Test
    void aWithheldArticleIsEditorialUntilItIsUsable() {
        wire.arrive(with(FIRST, PubStatus.WITHHELD));
        assertThat(only(wire.enriched()).getArticle().getHeadline()).isEqualTo("Ferries stay in port");
        assertThat(wire.inPublic()).isEmpty();

        wire.arrive(SECOND);
        assertThat(only(wire.inPublic()).getArticle().getHeadline()).isEqualTo("Ferries leave port");

        wire.arrive(with(THIRD, PubStatus.WITHHELD));
        EnrichedArticle marker = only(wire.inPublic());
        assertThat(marker.getReasons()).containsExactly("withheld");
        assertThat(marker.getArticle().getBody()).isEmpty();
        assertThat(outcomes()).containsExactly(Outcome.HELD, Outcome.CURRENT, Outcome.HELD);
    }

    @Test
    void theShippedTaggersSayWhatTheArticleIsAboutAndWhy() {
        wire.close();
        Taggers taggers = Taggers.shipped();
        wire = new EnrichDriver(article -> taggers.tag(article, false));
        wire.arrive(sealed(version("a", 1, "Japan and Peru sign fishing accord")));

        assertThat(only(wire.inPublic()).getTags())
                .filteredOn(tag -> tag.getScheme().equals("country") && tag.getScore() >= 0.5)
                .allSatisfy(tag -> assertThat(tag.getEvidence()).isNotEmpty())
                .extracting(Tag::getCode)
                .contains("JP", "PE");
        assertThat(outcomes()).containsExactly(Outcome.CURRENT);
    }

    @Test
    void rulesAreChangedBetweenTwoArticlesAndNeverWithinOne() {
        wire.close();
        List<RuleSet> published = List.of(
                new RuleSet(article -> new Tagging(List.of(), List.of()), 2, "2"),
                new RuleSet(article -> new Tagging(List.of(TAG), List.of()), 2, "2+desk@1"));
        AtomicInteger asked = new AtomicInteger();
        wire = new EnrichDriver(() -> published.get(Math.min(1, asked.getAndIncrement())));

        wire.arrive(FIRST);
        wire.arrive(SECOND);

        assertThat(values(wire.enriched()))
                .extracting(EnrichedArticle::getRules, EnrichedArticle::getRulesVersion, EnrichedArticle::getTags)
                .containsExactly(tuple("2", 2, List.of()), tuple("2+desk@1", 2, List.of(TAG)));
        assertThat(asked).as("rules are asked for once an article").hasValue(2);
        assertThat(values(wire.inPublic()))
                .extracting(EnrichedArticle::getRules)
                .containsExactly("2", "2+desk@1");
    }

    @Test
    void aTaggerThatThrowsCostsTagsAndNotTheArticle() {
        wire.close();
        wire = new EnrichDriver(article -> {
            throw new IllegalStateException("Ferries stay in port");
        });
        wire.arrive(FIRST);

        assertThat(only(wire.inPublic()).getTags()).isEmpty();
        List<PipelineEvent> events = values(wire.events());
        assertThat(events).extracting(PipelineEvent::getOutcome).containsExactly(Outcome.CURRENT, Outcome.DROPPED);
        assertThat(events.get(1).getStage()).isEqualTo(Stage.TAG);
        assertThat(events.get(1).getReason()).isEqualTo("tags are missing: tagger: IllegalStateException");
    }

    @Test
    void aFailureThatATaggerReportsIsAnEventBesideTheOtherTags() {
        wire.close();
        wire = new EnrichDriver(article -> new Tagging(List.of(TAG), List.of("topic: timed out")));
        wire.arrive(FIRST);

        assertThat(only(wire.enriched()).getTags()).containsExactly(TAG);
        assertThat(last(wire.events()).getReason()).isEqualTo("tags are missing: topic: timed out");
    }

    @Test
    void whatCannotBeReadIsADeadLetterWithItsBytes() {
        byte[] bytes = "not Avro".getBytes(UTF_8);
        wire.arrive("testwire/x", bytes, new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8)));
        wire.arrive(FIRST);

        TestRecord<String, byte[]> letter = onlyRecord(wire.deadLetters());
        assertThat(letter.key()).isEqualTo("testwire/x");
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(header(letter.headers(), "traceparent")).isEqualTo("00-1");
        assertThat(header(letter.headers(), DeadLetters.TOPIC)).isEqualTo("wire.articles.v1");
        assertThat(header(letter.headers(), DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(header(letter.headers(), DeadLetters.EXCEPTION)).isNotBlank();
        assertThat(wire.enriched()).hasSize(1);
    }

    @Test
    void aTombstoneIsADeadLetterAndWithdrawsNothing() {
        wire.arrive(FIRST);
        wire.arrive("testwire/a", null, new RecordHeaders());

        assertThat(header(onlyRecord(wire.deadLetters()).headers(), DeadLetters.MESSAGE))
                .startsWith("the record has no value");
        assertThat(wire.enriched()).hasSize(1);
        assertThat(wire.gate().get("testwire/a").getRevision()).isEqualTo(1);
    }

    @Test
    void anArticleUnderTheKeyOfAnotherIsADeadLetter() {
        byte[] bytes = wire.bytes(FIRST);
        wire.arrive("otherwire/a", bytes, new RecordHeaders());

        assertThat(onlyRecord(wire.deadLetters()).value()).isEqualTo(bytes);
        assertThat(wire.gate().all()).isExhausted();
    }

    @Test
    void anArticleTooLargeForItsTopicIsADeadLetterWithAnEventAndTheNextGoesOn() {
        String paragraph = "x".repeat(OutputRecords.MAX_VALUE_BYTES);
        Article huge = Article.newBuilder(FIRST).setBody(List.of(paragraph)).build();
        wire.arrive(huge, sealed(version("b", 1, "Small")));

        assertThat(only(wire.enriched()).getArticleId()).isEqualTo("testwire/b");
        TestRecord<String, byte[]> letter = onlyRecord(wire.deadLetters());
        assertThat(letter.value()).as("bytes that no topic would take").isNull();
        assertThat(header(letter.headers(), DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(header(letter.headers(), DeadLetters.MESSAGE)).contains("more than the 16711680");
        assertThat(values(wire.events()))
                .extracting(PipelineEvent::getOutcome)
                .containsExactly(Outcome.CURRENT, Outcome.DROPPED, Outcome.CURRENT);
    }

    @Test
    void aTagThatDoesNotFitTheSchemaIsADeadLetterWithTheBytesOfTheArticle() {
        wire.close();
        Tag broken = Tag.newBuilder(TAG).build();
        broken.setCode(null);
        wire = new EnrichDriver(article -> new Tagging(List.of(broken), List.of()));
        wire.arrive(FIRST);

        assertThat(wire.enriched()).isEmpty();
        assertThat(onlyRecord(wire.deadLetters()).value()).isNotEmpty();
        assertThat(outcomes()).containsExactly(Outcome.CURRENT, Outcome.DROPPED);
    }

    @Test
    void outputsCarryCloudEventsTraceContextAndTheTimeOfTheInput() {
        Headers headers = new RecordHeaders()
                .add("traceparent", "00-1".getBytes(UTF_8))
                .add("ce_id", "of-the-input".getBytes(UTF_8))
                .add("uri", "internal".getBytes(UTF_8));
        wire.advance(HOUR);
        wire.arrive(FIRST, headers);

        TestRecord<String, EnrichedArticle> enriched = onlyRecord(wire.enriched());
        assertThat(header(enriched.headers(), "ce_id")).isEqualTo("testwire/a@1");
        assertThat(header(enriched.headers(), "ce_type")).isEqualTo("dev.dateline.article.enriched.v1");
        assertThat(header(enriched.headers(), "ce_time")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(header(enriched.headers(), "traceparent")).isEqualTo("00-1");
        assertThat(enriched.headers().lastHeader("uri")).isNull();
        assertThat(enriched.getRecordTime()).isEqualTo(ONE);
        TestRecord<String, EnrichedArticle> inPublic = onlyRecord(wire.inPublic());
        assertThat(header(inPublic.headers(), "ce_type")).isEqualTo("dev.dateline.article.public.v1");
        assertThat(inPublic.headers().headers("ce_id")).hasSize(1);
        TestRecord<String, PipelineEvent> event = onlyRecord(wire.events());
        assertThat(header(event.headers(), "ce_id")).isEqualTo("wire.articles.v1/0/0#0");
    }

    @Test
    void anEntryOfTheGateIsSmall() {
        wire.arrive(FIRST);

        byte[] bytes = StateSerdes.gateEntries()
                .serializer()
                .serialize("gate", wire.gate().get("testwire/a"));
        assertThat(bytes.length).isLessThan(80);
    }

    private List<Outcome> outcomes() {
        return values(wire.events()).stream().map(PipelineEvent::getOutcome).toList();
    }

    private static void isKilled(EnrichedArticle enriched) {
        assertThat(enriched.getState()).isEqualTo(ArticleState.KILLED);
        assertThat(enriched.getPublishable()).isFalse();
        assertThat(enriched.getTags()).isEmpty();
        assertThat(enriched.getQuotes()).isEmpty();
        assertThat(enriched.getArticle().getHeadline()).isNull();
        assertThat(enriched.getArticle().getBody()).isEmpty();
        assertThat(enriched.getArticle().getVersion()).isEqualTo("2");
    }

    private static Article embargoed(Article article, Instant until) {
        return Article.newBuilder(article).setEmbargoedUntil(until).build();
    }

    private static Article with(Article article, PubStatus status) {
        return Article.newBuilder(article).setPubStatus(status).build();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static <V> List<V> values(List<TestRecord<String, V>> records) {
        return records.stream().map(TestRecord::value).toList();
    }

    private static <V> TestRecord<String, V> onlyRecord(List<TestRecord<String, V>> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static <V> V only(List<TestRecord<String, V>> records) {
        return onlyRecord(records).value();
    }

    private static <V> V last(List<TestRecord<String, V>> records) {
        assertThat(records).isNotEmpty();
        return records.get(records.size() - 1).value();
    }
}
