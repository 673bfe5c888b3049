package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.learn.Label;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.model.AnnouncedModel;
import dev.dateline.model.Topics;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/** Tells on a topic which model this process tags with, before the first article has its name on it. */
final class ModelNotice {
    private ModelNotice() {}

    /** @throws IllegalStateException when the brokers do not take it */
    static void publish(Settings settings, TopicModel model, Instant now) throws InterruptedException {
        AnnouncedModel notice = AnnouncedModel.newBuilder()
                .setModelId(model.id())
                .setSha256(model.sha256())
                .setFile(settings.topicModel().getFileName().toString())
                .setArticles(model.origin().articles())
                .setSeed(model.origin().seed())
                .setRulesVersion(model.origin().rulesVersion())
                .setTopics(model.labels().stream().map(Label::code).toList())
                .setAnnouncedAt(now)
                .build();
        try {
            Announcement.publish(settings, Topics.MODELS, model.id(), notice);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the topic model " + settings.topicModel() + " cannot be announced on " + Topics.MODELS.name()
                            + " (" + e.getCause().getMessage()
                            + "): is there such a topic? `dateline topics apply` makes it",
                    e);
        }
    }
}
