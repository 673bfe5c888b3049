package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What every {@link ArticleStore} must do; a store's test extends this and says how to look into the store. */
public abstract class ArticleStoreContract {

    /**
     * What a store holds of an article.
     *
     * @param raw everything that is stored, as one text in any form that shows all words
     * @param writeMark a value that changes whenever the store writes the article, even with equal content
     */
    public record Stored(
            long revision, String state, boolean publishable, String headline, String raw, Object writeMark) {}

    /** The store under test. */
    protected abstract ArticleStore store() throws Exception;

    /** What the store holds under an id; null for nothing. */
    protected abstract Stored stored(String articleId) throws Exception;

    /** An article that the store can never take. */
    protected abstract EnrichedArticle unstorable();

    /** A store whose server does not answer. */
    protected abstract ArticleStore unreachable();

    @Test
    void aGreaterRevisionReplacesASmaller() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));
        write(Articles.current(id, 5));

        assertThat(stored(id).revision()).isEqualTo(5);
        assertThat(stored(id).headline()).isEqualTo("River port reopens, revision 5");
    }

    @Test
    void anEqualOrSmallerRevisionChangesNothing() throws Exception {
        String id = newId();
        write(Articles.current(id, 5));
        Stored before = stored(id);
        EnrichedArticle sameRevision = Articles.current(id, 5);
        sameRevision.getArticle().setHeadline("Another text under the same revision");

        write(Articles.current(id, 4));
        write(sameRevision);

        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void aReplayedBatchChangesNothing() throws Exception {
        List<EnrichedArticle> batch = LongStream.rangeClosed(1, 50)
                .mapToObj(i -> Articles.current(newId(), i))
                .toList();
        store().write(batch);
        List<Stored> before = all(batch);

        assertThat(store().write(batch)).isEmpty();

        assertThat(all(batch)).isEqualTo(before);
    }

    @Test
    void theGreatestRevisionOfABatchRemains() throws Exception {
        String id = newId();
        write(Articles.current(id, 2), Articles.current(id, 9), Articles.current(newId(), 1), Articles.current(id, 3));

        assertThat(stored(id).revision()).isEqualTo(9);
    }

    @Test
    void aKilledArticleKeepsItsPlaceWithoutAnyText() throws Exception {
        String id = newId();
        write(Articles.current(id, 1));
        write(Articles.killed(id, 2));

        assertThat(stored(id).state()).isEqualTo("KILLED");
        assertThat(stored(id).revision()).isEqualTo(2);
        assertThat(stored(id).publishable()).isFalse();
        assertThat(stored(id).raw()).contains("2026-10-12").doesNotContainIgnoringCase(WORDS);
    }

    @Test
    void textDoesNotComeBackAfterAKill() throws Exception {
        String id = newId();
        write(Articles.killed(id, 2));
        write(Articles.current(id, 1));

        assertThat(stored(id).state()).isEqualTo("KILLED");
        assertThat(stored(id).raw()).doesNotContainIgnoringCase(WORDS);
    }

    @Test
    void aReinstatedArticleHasItsTextAgain() throws Exception {
        String id = newId();
        write(Articles.killed(id, 2));
        write(Articles.current(id, 3));

        assertThat(stored(id).state()).isEqualTo("CURRENT");
        assertThat(stored(id).headline()).isEqualTo("River port reopens, revision 3");
    }

    @Test
    void theStoreKnowsWhatIsKilledInIt() throws Exception {
        String killed = newId();
        String reinstated = newId();
        String current = newId();
        write(Articles.killed(killed, 4), Articles.killed(reinstated, 2), Articles.current(current, 1));
        write(Articles.current(reinstated, 3), Articles.killed(current, 1));

        assertThat(store().killed(List.of(killed, reinstated, current, newId())))
                .containsExactly(killed);
        assertThat(store().killed(List.of())).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnErasedArticle() throws Exception {
        String id = newId();
        String other = newId();
        write(Articles.current(id, 1), Articles.current(other, 1));

        store().erase(List.of(id));

        assertThat(stored(id)).isNull();
        assertThat(stored(other)).isNotNull();
    }

    @Test
    void aKilledArticleCanBeErasedToo() throws Exception {
        String id = newId();
        write(Articles.killed(id, 3));
        store().erase(List.of(id));

        assertThat(stored(id)).isNull();
        assertThat(store().killed(List.of(id))).isEmpty();
    }

    @Test
    void anErasedArticleStaysAwayWhenItsRevisionsAreReplayed() throws Exception {
        String id = newId();
        List<EnrichedArticle> history =
                List.of(Articles.current(id, 1), Articles.current(id, 2), Articles.killed(id, 3));
        store().write(history);
        store().erase(List.of(id));

        assertThat(store().write(history)).isEmpty();
        assertThat(stored(id)).isNull();
        store().erase(List.of(id));
        assertThat(stored(id)).isNull();
    }

    @Test
    void whatNeverCameCanBeErasedInAdvance() throws Exception {
        String id = newId();
        store().erase(List.of(id, newId(), id));
        store().erase(List.of());
        write(Articles.current(id, 1));

        assertThat(stored(id)).isNull();
    }

    @Test
    void anIdThatTheStoreCannotTakeCanBeErased() throws Exception {
        String fits = newId();
        write(Articles.current(fits, 1));
        store().erase(List.of(unstorable().getArticleId(), "harbour-wire/nul\0", fits));

        assertThat(stored(fits)).isNull();
    }

    @Test
    void whatCannotBeStoredIsNamedAndTheRestIsStored() throws Exception {
        List<EnrichedArticle> batch = new ArrayList<>();
        LongStream.rangeClosed(1, 40).forEach(i -> batch.add(Articles.current(newId(), i)));
        EnrichedArticle bad = unstorable();
        EnrichedArticle badToo = unstorable();
        batch.add(7, bad);
        batch.add(31, badToo);

        List<Refused<EnrichedArticle>> refused = store().write(batch);

        assertThat(refused).extracting(Refused::value).containsExactlyInAnyOrder(bad, badToo);
        assertThat(refused).allSatisfy(refusal -> assertThat(refusal.reason())
                .isNotBlank()
                .doesNotContain("\n")
                .doesNotContainIgnoringCase(WORDS));
        batch.removeAll(List.of(bad, badToo));
        assertThat(all(batch)).hasSize(40).doesNotContainNull();
    }

    @Test
    void aNulCharacterCostsNeitherTheArticleNorItsKill() throws Exception {
        String id = newId();
        EnrichedArticle odd = Articles.current(id, 1);
        odd.getArticle().setHeadline("River\0port");
        odd.getArticle().setBody(List.of("one\0", "\0two"));
        odd.getArticle().getMedia().get(0).setCaption("cap\0tion");
        odd.getTags().get(0).getEvidence().get(0).setText("evi\0dence");
        EnrichedArticle kill = Articles.killed(id, 2);
        kill.getArticle().setVersion("2\0");

        assertThat(store().write(List.of(odd))).isEmpty();
        assertThat(stored(id).headline()).startsWith("River").endsWith("port").hasSize(10);
        assertThat(store().write(List.of(kill))).isEmpty();
        assertThat(stored(id).state()).isEqualTo("KILLED");
    }

    @Test
    void anImpossibleTimeCostsNeitherTheArticleNorItsKill() throws Exception {
        String id = newId();
        EnrichedArticle kill = Articles.killed(id, 1);
        kill.getArticle().setVersionCreated(Instant.ofEpochMilli(Long.MAX_VALUE));
        kill.getArticle().setFirstCreated(Instant.ofEpochMilli(Long.MIN_VALUE));

        assertThat(store().write(List.of(kill))).isEmpty();
        assertThat(stored(id).state()).isEqualTo("KILLED");
    }

    @Test
    void aVeryLongTextIsKeptWhole() throws Exception {
        String id = newId();
        EnrichedArticle longOne = Articles.current(id, 1);
        Random random = new Random(1);
        String text = random.ints(3_000_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        longOne.getArticle().setBody(List.of(text));

        write(longOne);

        assertThat(stored(id).raw()).contains(text);
    }

    @Test
    void anEmptyBatchIsFine() throws Exception {
        assertThat(store().write(List.of())).isEmpty();
    }

    @Test
    void anUnreachableStoreIsATransientFailure() {
        try (ArticleStore store = unreachable()) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> store.write(List.of(Articles.current(newId(), 1))))
                    .withMessageNotContaining("\n");
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.erase(List.of(newId())));
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.killed(List.of(newId())));
        }
    }

    /** Any history of an article that ends in its erasure, with the erasure at any place among the batches of a replay. */
    @Property(tries = 50)
    void anErasureWinsAtAnyPlace(@ForAll @IntRange(min = 1, max = 8) int revisions, @ForAll Random random)
            throws Exception {
        String id = newId();
        List<EnrichedArticle> history = new ArrayList<>();
        for (int revision = 1; revision <= revisions; revision++) {
            history.add(random.nextBoolean() ? Articles.killed(id, revision) : Articles.current(id, revision));
        }
        Collections.shuffle(history, random);
        int at = random.nextInt(revisions + 1);

        assertThat(store().write(history.subList(0, at))).isEmpty();
        store().erase(List.of(id));
        assertThat(store().write(history.subList(at, revisions))).isEmpty();

        assertThat(stored(id)).isNull();
    }

    /** Any history of an article, shuffled, with repeats, cut into any batches. */
    @Property(tries = 150)
    void orderAndBatchesDoNotMatter(
            @ForAll @IntRange(min = 1, max = 12) int revisions,
            @ForAll @LongRange(min = 1, max = 1L << 40) long first,
            @ForAll boolean endsInAKill,
            @ForAll Random random)
            throws Exception {
        String id = newId();
        List<EnrichedArticle> history = new ArrayList<>();
        for (long revision = first; revision < first + revisions; revision++) {
            boolean kill = endsInAKill ? revision == first + revisions - 1 : random.nextInt(4) == 0;
            history.add(kill ? Articles.killed(id, revision) : Articles.current(id, revision));
        }
        EnrichedArticle last = history.get(revisions - 1);
        history.addAll(List.copyOf(history.subList(0, random.nextInt(revisions + 1))));
        Collections.shuffle(history, random);

        for (int from = 0; from < history.size(); ) {
            int to = from + 1 + random.nextInt(history.size() - from);
            assertThat(store().write(history.subList(from, to))).isEmpty();
            from = to;
        }

        assertThat(stored(id).revision()).isEqualTo(last.getRevision());
        assertThat(stored(id).state()).isEqualTo(last.getState().name());
        if (last.getState() == ArticleState.KILLED) {
            assertThat(stored(id).raw()).doesNotContainIgnoringCase(WORDS);
        } else {
            assertThat(stored(id).headline()).isEqualTo(last.getArticle().getHeadline());
        }
    }

    /** Words of every text field of {@link Articles#current}. */
    private static final String[] WORDS = {
        "spelling",
        "reopens",
        "ships leave",
        "port-flood",
        "writer",
        "lima",
        "callao",
        "dawn",
        "cranes",
        "harbour wire",
        "crane.jpg",
        "subject name",
        "place name",
        "rights",
        "note to editors",
        "link title",
        "peru",
        "evidence",
        "20000151"
    };

    protected static String newId() {
        return "harbour-wire/" + UUID.randomUUID();
    }

    protected final void write(EnrichedArticle... articles) throws Exception {
        assertThat(store().write(List.of(articles))).isEmpty();
    }

    private List<Stored> all(List<EnrichedArticle> articles) throws Exception {
        List<Stored> all = new ArrayList<>();
        for (EnrichedArticle article : articles) {
            all.add(stored(article.getArticleId()));
        }
        return all;
    }
}
