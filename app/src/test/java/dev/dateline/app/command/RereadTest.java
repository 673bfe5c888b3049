package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.command.Reread.Verdict;
import dev.dateline.app.pipeline.CurrentArticles.Current;
import dev.dateline.app.pipeline.FormerReadings.Reading;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.enrich.gate.Bodiless;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.ContentHash;
import dev.dateline.model.Document;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Signal;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** One document against what may be current of its article. */
class RereadTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Parsers PARSERS = new Parsers(Dialects.shipped());
    private static final KeptDocument DOCUMENT = kept(Wires.article(1, "The port opens", "Ships.", "04000000", null));

    private final Reread reread = new Reread(PARSERS, NOW);

    @Test
    void theSameReadingIsUnchanged() {
        assertThat(verdictOn(article -> {})).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void anotherTextOfAnEarlierParserIsNewerHere() {
        assertThat(verdictOn(article -> {
                    earlierParser(article);
                    headline(article, "The ports open");
                }))
                .isEqualTo(Verdict.NEWER);
    }

    @Test
    void theSameTextOfAnEarlierParserIsRankedAnew() {
        assertThat(verdictOn(RereadTest::earlierParser)).isEqualTo(Verdict.RERANKED);
    }

    @Test
    void aLaterVersionElsewhereStays() {
        assertThat(verdictOn(article -> {
                    article.getOrder().setNumber(article.getOrder().getNumber() + 1);
                    article.getProvenance().setDocumentId("wire/later.json@0123456789abcdef");
                    headline(article, "The port opened");
                }))
                .isEqualTo(Verdict.OLDER);
    }

    @Test
    void anotherTextOfTheSameRankWinsOrLosesTheTieAndBothHappen() {
        Set<Verdict> verdicts = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            String headline = "The port opens at " + i;
            Reread one = new Reread(PARSERS, NOW);
            verdicts.add(verdict(one, current(article -> headline(article, headline))));
        }
        assertThat(verdicts).containsExactlyInAnyOrder(Verdict.NEWER, Verdict.LOSES_TIE);
    }

    @Test
    void aKilledArticleStaysKilled() {
        Article kill = Bodiless.of(article(article -> article.setSignal(Signal.KILL)));
        assertThat(verdict(reread, current(kill, ArticleState.KILLED))).isEqualTo(Verdict.KILLED);
    }

    @Test
    void whatIsNotCurrentAnywhereIsNew() {
        reread.read(DOCUMENT, Reading.UNKNOWN);
        assertThat(reread.holds(article(article -> {}).getArticleId())).isTrue();
        assertThat(reread.holds("wire/other")).isFalse();
        reread.end();
        assertThat(reread.count(Verdict.NEW)).isEqualTo(1);
        assertThat(reread.unknownBefore()).isEqualTo(1);
    }

    @Test
    void documentsThatChangeSidesAreNamed() {
        KeptDocument broken = kept("{\"standard\":");
        KeptDocument withoutHeaders = kept(new ConsumerRecord<>(Topics.DOCUMENTS.name(), 0, 3, "stray", new byte[1]));

        reread.read(DOCUMENT, Reading.REJECTED);
        reread.read(broken, Reading.ACCEPTED);
        reread.read(withoutHeaders, Reading.REJECTED);

        assertThat(reread.nowAccepted()).containsExactly(DOCUMENT.id());
        assertThat(reread.nowRejected()).containsExactly(broken.id());
        assertThat(reread.documents()).isEqualTo(3);
        assertThat(reread.rejected()).isEqualTo(2);
        assertThat(reread.versions()).isEqualTo(1);
    }

    private Verdict verdictOn(Consumer<Article> change) {
        return verdict(reread, current(change));
    }

    private static Verdict verdict(Reread reread, Current current) {
        reread.read(DOCUMENT, Reading.ACCEPTED);
        reread.compare(current);
        reread.end();
        for (Verdict verdict : Verdict.values()) {
            if (reread.count(verdict) == 1) {
                assertThat(reread.examples(verdict)).containsExactly(current.id());
                return verdict;
            }
        }
        throw new AssertionError("no verdict on " + current.id());
    }

    private static Current current(Consumer<Article> change) {
        return current(article(change), ArticleState.CURRENT);
    }

    private static Current current(Article article, ArticleState state) {
        EnrichedArticle enriched = EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(1)
                .setState(state)
                .setPublishable(state == ArticleState.CURRENT)
                .setArticle(article)
                .setEnrichedAt(NOW)
                .build();
        return new Current(article.getArticleId(), enriched, new RecordHeaders());
    }

    private static Article article(Consumer<Article> change) {
        Parsed parsed = PARSERS.parse(DOCUMENT.document().orElseThrow()).get(0);
        Article article = ((Parsed.Accepted) parsed).article();
        change.accept(article);
        return article;
    }

    private static void headline(Article article, String headline) {
        article.setHeadline(headline);
        article.setContentHash(ContentHash.of(article));
    }

    private static void earlierParser(Article article) {
        article.getOrder().setParser(article.getOrder().getParser() - 1);
    }

    private static KeptDocument kept(String text) {
        Document document = Document.of("wire", "wire", "a.json", NOW, text.getBytes(StandardCharsets.UTF_8));
        return kept(new ConsumerRecord<>(
                Topics.DOCUMENTS.name(),
                0,
                1,
                NOW.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                document.bytes().length,
                document.id(),
                document.bytes(),
                document.headers(),
                Optional.empty()));
    }

    private static KeptDocument kept(ConsumerRecord<String, byte[]> record) {
        return new KeptDocument(record);
    }
}
