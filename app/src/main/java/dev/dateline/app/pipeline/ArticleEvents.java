package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;

/** The events of one article from their topic; reads the whole partition that they lie on. */
public final class ArticleEvents {
    private ArticleEvents() {}

    /** All that the topic still has, the oldest first; fewer when {@code course} ended it. */
    public static List<PipelineEvent> read(Settings settings, String articleId, Course course)
            throws InterruptedException {
        List<PipelineEvent> events = new ArrayList<>();
        try (Serde<PipelineEvent> serde = AvroSerdes.values(settings.registry())) {
            RecordsOfKey.read(settings, Topics.EVENTS, articleId, serde, course, events::add);
        }
        return events;
    }
}
