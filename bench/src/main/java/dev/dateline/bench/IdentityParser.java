package dev.dateline.bench;

import dev.dateline.ingest.parse.Parsed;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Provenance;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.VersionOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes an article of a document without reading it: the body is the bytes. What is left is the plumbing. */
final class IdentityParser {
    private IdentityParser() {}

    static List<Parsed> parse(Document document) {
        Article article = Article.newBuilder()
                .setArticleId(document.provider() + "/" + document.uri())
                .setProvider(document.provider())
                .setSource(document.source())
                .setGuid(document.uri())
                .setOrder(VersionOrder.newBuilder().build())
                .setPubStatus(PubStatus.USABLE)
                .setSignal(Signal.NEW)
                .setReceivedAt(document.receivedAt())
                .setBody(List.of(new String(document.bytes(), StandardCharsets.UTF_8)))
                .setContentHash(document.sha256())
                .setProvenance(Provenance.newBuilder()
                        .setDocumentId(document.id())
                        .setUri(document.uri())
                        .setSha256(document.sha256())
                        .setFormat("identity")
                        .setParserVersion(1)
                        .setDialect("none")
                        .setDialectVersion(1)
                        .build())
                .build();
        return List.of(new Parsed.Accepted(article));
    }
}
