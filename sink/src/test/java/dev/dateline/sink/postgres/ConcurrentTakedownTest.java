package dev.dateline.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.sink.Articles;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One writer takes text down while another brings text of the same articles in. */
class ConcurrentTakedownTest {
    private static final int ARTICLES = 120;

    private final PostgresSettings settings = TestPostgres.settings();
    private final long seed = Long.getLong("takedown.seed", System.nanoTime());

    @Test
    void noTextIsLeftAfterTheTransactionThatTookItDown() throws Exception {
        System.out.println("ConcurrentTakedownTest: -Dtakedown.seed=" + seed);
        Random random = new Random(seed);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (PostgresArticleStore articles = PostgresArticleStore.open(settings, true);
                PostgresVersionStore versions = PostgresVersionStore.open(settings)) {
            // the words of these are made while they are killed
            articles.write(ids().stream().map(id -> Articles.current(id, 1)).toList());
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            Random ofVersions = new Random(seed + 1);
            writers.add(CompletableFuture.runAsync(() -> bringIn(versions, ofVersions, over), threads));
            try {
                List<String> ids = new ArrayList<>(ids());
                Collections.shuffle(ids, random);
                for (int from = 0; from < ARTICLES; ) {
                    int to = Math.min(ARTICLES, from + 1 + random.nextInt(4));
                    List<String> some = ids.subList(from, to);
                    if (random.nextInt(3) == 0) {
                        articles.erase(some);
                    } else {
                        List<EnrichedArticle> kills =
                                some.stream().map(id -> Articles.killed(id, 2)).toList();
                        assertThat(articles.write(kills)).isEmpty();
                    }
                    assertThat(withText(ids.subList(0, to))).as("seed " + seed).isZero();
                    from = to;
                }
                assertThat(writers).as("seed " + seed).noneMatch(CompletableFuture::isDone);
            } finally {
                over.set(true);
            }
            writers.forEach(CompletableFuture::join);
            assertThat(withText(ids())).as("seed " + seed).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void bringIn(PostgresVersionStore versions, Random random, AtomicBoolean over) {
        try {
            for (int round = 0; !over.get(); round++) {
                List<Article> batch = new ArrayList<>();
                for (String id : ids()) {
                    Article version = Articles.article(id, 1);
                    version.getProvenance().setDocumentId("inbox/" + round + "@" + random.nextInt());
                    batch.add(version);
                }
                assertThat(versions.write(batch)).isEmpty();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long withText(List<String> ids) throws SQLException {
        String some = "article_id IN ('" + String.join("', '", ids) + "')";
        return (Long) TestPostgres.rows(
                        settings,
                        "SELECT (SELECT count(*) FROM SCHEMA.article_version WHERE rest IS NOT NULL AND " + some
                                + ") + (SELECT count(*) FROM SCHEMA.article_search WHERE " + some + ") AS n")
                .get(0)
                .get("n");
    }

    private static List<String> ids() {
        return IntStream.range(0, ARTICLES).mapToObj(i -> "w/" + i).toList();
    }
}
