package dev.dateline.enrich.topology;

import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Hold;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Ruling;
import dev.dateline.model.SlugNotice;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * Serdes of the topics that the enrich application reads and writes.
 *
 * @param articles of wire.articles.v1
 * @param enriched of wire.articles.enriched.v1 and wire.articles.public.v1
 * @param events of wire.events.v1
 * @param slugs of wire.slugs.v1
 * @param holds of wire.holds.v1
 * @param rulings of wire.rulings.v1
 */
public record EnrichSerdes(
        Serde<Article> articles,
        Serde<EnrichedArticle> enriched,
        Serde<PipelineEvent> events,
        Serde<SlugNotice> slugs,
        Serde<Hold> holds,
        Serde<Ruling> rulings) {
    /** All of them over one registry. */
    public static EnrichSerdes of(Map<String, ?> registry) {
        return new EnrichSerdes(
                AvroSerdes.values(registry),
                AvroSerdes.values(registry),
                AvroSerdes.values(registry),
                AvroSerdes.values(registry),
                AvroSerdes.values(registry),
                AvroSerdes.values(registry));
    }
}
