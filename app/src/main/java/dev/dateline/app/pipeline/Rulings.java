package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Ruling;
import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.serialization.Serde;

/** Operators' orders about single articles. */
public final class Rulings {
    private Rulings() {}

    /** Publishes one; returns when the brokers have it. */
    public static void publish(Settings settings, Ruling ruling) throws ExecutionException, InterruptedException {
        Announcement.publish(settings, Topics.RULINGS, ruling.getArticleId(), ruling);
    }

    /** All that were ever given about an article, the oldest first. */
    public static List<Ruling> about(Settings settings, String articleId) throws InterruptedException {
        List<Ruling> rulings = new ArrayList<>();
        try (Serde<Ruling> serde = AvroSerdes.values(settings.registry())) {
            RecordsOfKey.read(settings, Topics.RULINGS, articleId, serde, Course.UNWATCHED, rulings::add);
        }
        return rulings;
    }
}
