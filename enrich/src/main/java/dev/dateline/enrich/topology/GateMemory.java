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
    private final KeyValueStore<Bytes, Article> embargoes;

    GateMemory(ProcessingContext context) {
        entries = context.getStateStore(GateStores.ENTRIES);
        embargoes = context.getStateStore(GateStores.EMBARGOES);
    }

    /** What is remembered of an article, or null. */
    GateEntry of(String articleId) {
        return entries.get(articleId);
    }

    /** Articles whose embargo ends at {@code millis} or before; to be closed. */
    KeyValueIterator<Bytes, Article> due(long millis) {
        return embargoes.range(EmbargoKey.FIRST, EmbargoKey.after(millis));
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
        if (after != before) {
            entries.put(id, after);
        }
        if (decision.change() == null) {
            return;
        }
        if (before != null && before.getDue() != null) {
            embargoes.delete(EmbargoKey.of(before.getDue(), id));
        }
        if (after.getDue() != null) {
            embargoes.put(EmbargoKey.of(after.getDue(), id), article);
        }
    }
}
