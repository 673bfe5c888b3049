package dev.dateline.sink;

import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Takedown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Takes articles into a store, and confirms what is gone from it. A record without a value says that its article was
 * erased.
 */
final class ArticleWriter implements BatchWriter {
    private final ArticleStore store;
    private final RecordDecoder<EnrichedArticle> decoder;
    private final Takedowns takedowns;
    private final String sink;
    private final InstantSource clock;

    /** @param sink name under which takedowns are confirmed */
    ArticleWriter(
            ArticleStore store,
            RecordDecoder<EnrichedArticle> decoder,
            Takedowns takedowns,
            String sink,
            InstantSource clock) {
        this.store = store;
        this.decoder = decoder;
        this.takedowns = takedowns;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public List<BadRecord> write(Collection<SinkRecord> records) throws StoreUnavailableException {
        Decoded<EnrichedArticle> decoded = Decoded.of(records, decoder::decode);
        List<BadRecord> bad = new ArrayList<>();
        Set<String> erased = new LinkedHashSet<>();
        for (SinkRecord record : decoded.empty()) {
            articleId(record)
                    .ifPresentOrElse(
                            erased::add,
                            () -> bad.add(Decoded.bad(record, "has neither key nor value: it means no article")));
        }
        // first of all, so that revisions in front of the erasure do not even come in
        if (!erased.isEmpty()) {
            store.erase(erased);
        }
        List<Refused<EnrichedArticle>> refused = store.write(decoded.values());
        confirm(decoded.values(), erased);
        bad.addAll(decoded.bad(refused));
        return bad;
    }

    /** What the store says it has no text of; a kill that a later revision has lifted is not among it. */
    private void confirm(List<EnrichedArticle> articles, Set<String> erased) throws StoreUnavailableException {
        List<EnrichedArticle> kills = LatestRevisions.of(articles).stream()
                .filter(article -> article.getState() == ArticleState.KILLED)
                .toList();
        Set<String> killed = kills.isEmpty()
                ? Set.of()
                : store.killed(kills.stream().map(EnrichedArticle::getArticleId).collect(Collectors.toSet()));
        if (killed.isEmpty() && erased.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Takedown> done = new ArrayList<>();
        for (EnrichedArticle kill : kills) {
            if (killed.contains(kill.getArticleId())) {
                done.add(new Takedown(kill.getArticleId(), sink, kill.getRevision(), kill.getEnrichedAt(), now));
            }
        }
        erased.forEach(id -> done.add(new Takedown(id, sink, null, null, now)));
        takedowns.confirm(done);
    }

    private static Optional<String> articleId(SinkRecord record) {
        if (record.key() == null) {
            return Optional.empty();
        }
        if (!(record.key() instanceof String id)) {
            throw new ConnectException("the key of " + RecordDecoder.name(record) + " is "
                    + record.key().getClass().getName()
                    + ", not text: set key.converter=org.apache.kafka.connect.storage.StringConverter");
        }
        return Optional.of(id);
    }

    @Override
    public void catchUp() throws StoreUnavailableException {
        store.catchUp();
    }

    @Override
    public void close() {
        takedowns.close();
        store.close();
        decoder.close();
    }
}
