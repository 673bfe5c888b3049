package dev.dateline.model;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** The headers under which every version of an article is written to its topic, by whoever writes it. */
public final class ArticleHeaders {
    private static final String TYPE = "dev.dateline.article.v1";

    private ArticleHeaders() {}

    /** CloudEvents attributes; the same version has the same ones, however often it is written. */
    public static Headers of(Article article) {
        Instant created = article.getVersionCreated();
        return CloudEvents.headers(
                id(article),
                "/sources/" + article.getSource(),
                TYPE,
                created == null ? article.getReceivedAt() : created);
    }

    /** Unlike the article id it differs for each version; where the sender gives none the bytes tell versions apart. */
    private static String id(Article article) {
        String version = article.getVersion() == null ? article.getProvenance().getSha256() : article.getVersion();
        return article.getArticleId() + "#" + version + "/"
                + article.getProvenance().getPosition();
    }
}
