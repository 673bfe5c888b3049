package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.Article;
import dev.dateline.model.SchemaHistory;
import dev.dateline.model.StateSerde;
import dev.dateline.model.Topics;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;

/** Serdes of the state stores, each with the schemas that its entries have had. */
final class StateSerdes {
    private StateSerdes() {}

    static Serde<GateEntry> gateEntries() {
        return StateSerde.of(GateEntry.getEncoder(), GateEntry::createDecoder, history(GateEntry.getClassSchema()));
    }

    static Serde<SlugEntry> slugEntries() {
        return StateSerde.of(SlugEntry.getEncoder(), SlugEntry::createDecoder, history(SlugEntry.getClassSchema()));
    }

    /** The schemas that an entry has had, oldest first; the last is the current one. */
    static List<Schema> history(Schema entry) {
        return SchemaHistory.in("/state-history/" + entry.getName(), StateSerdes.class);
    }

    static Serde<Article> articles() {
        return articles(SchemaHistory.of(Topics.ARTICLES));
    }

    static Serde<Article> articles(List<Schema> history) {
        return StateSerde.of(Article.getEncoder(), Article::createDecoder, history);
    }
}
