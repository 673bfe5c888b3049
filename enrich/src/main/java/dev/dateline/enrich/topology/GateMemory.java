package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.model.Article;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The gate's two stores, kept in step. */
final class GateMemory {
    private final KeyValueStore<String, GateEntry> entries;
    private final KeyValueStore<Bytes, Article> waiting;

    GateMemory(ProcessingContext context) {
        entries = context.getStateStore(GateStores.ENTRIES);
        waiting = context.getStateStore(GateStores.DUE);
    }

    /** What is remembered of an article, or null. */
    GateEntry of(String articleId) {
        return entries.get(articleId);
    }

    /** Articles that are due at {@code millis} or before; to be closed. */
    KeyValueIterator<Bytes, Article> due(long millis) {
        return waiting.range(DueKey.FIRST, DueKey.after(millis));
    }

    /**
     * Puts what a decision leaves.
     *
     * @param before what was remembered before it, or null
     * @param article the version that it is about
     */
    void remember(GateEntry before, Decision decision, Article article) {
        GateEntry after = decision.entry();
        String id = article.getArticleId();
        remember(id, before, after);
        if (decision.change() != null && after.getDue() != null) {
            waiting.put(DueKey.of(after.getDue(), id), article);
        }
    }

    /** The same for what is about no version. */
    void remember(String id, GateEntry before, GateEntry after) {
        if (after == before) {
            return;
        }
        entries.put(id, after);
        if (before != null && before.getDue() != null && !before.getDue().equals(after.getDue())) {
            waiting.delete(DueKey.of(before.getDue(), id));
        }
    }
}
