package dev.dateline.bench;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Provenance;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.VersionOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Makes an article of a document without reading it: the body is the bytes. What is left is the plumbing. */
final class IdentityParser {
    /** With all defaults; copying is cheaper than finding the defaults anew for each article. */
    private static final Article EMPTY = Article.newBuilder()
            .setArticleId("")
            .setProvider("")
            .setSource("")
            .setGuid("")
            .setOrder(VersionOrder.newBuilder().build())
            .setPubStatus(PubStatus.USABLE)
            .setSignal(Signal.NEW)
            .setReceivedAt(Instant.EPOCH)
            .setContentHash("")
            .setProvenance(new Provenance("", "", "", "identity", null, 1, "none", 1, 0))
            .build();

    private IdentityParser() {}

    static List<Parsed> parse(Document document) {
        Article article = new Article();
        for (int field = 0; field < EMPTY.getSchema().getFields().size(); field++) {
            article.put(field, EMPTY.get(field));
        }
        article.setArticleId(document.provider() + "/" + document.uri());
        article.setProvider(document.provider());
        article.setSource(document.source());
        article.setGuid(document.uri());
        article.setReceivedAt(document.receivedAt());
        article.setBody(List.of(new String(document.bytes(), StandardCharsets.UTF_8)));
        article.setContentHash(document.sha256());
        article.setProvenance(
                new Provenance(document.id(), document.uri(), document.sha256(), "identity", null, 1, "none", 1, 0));
        return List.of(new Parsed.Accepted(article));
    }
}
