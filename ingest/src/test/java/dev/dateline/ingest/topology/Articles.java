package dev.dateline.ingest.topology;

import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Provenance;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.util.List;

/** Articles as a parser might give them. */
final class Articles {
    private Articles() {}

    static Article article(Document document, String guid, int position) {
        return Article.newBuilder()
                .setArticleId(document.provider() + "/" + guid)
                .setProvider(document.provider())
                .setSource(document.source())
                .setGuid(guid)
                .setVersion("3")
                .setOrder(new VersionOrder(3L, 0L, 0L, 1))
                .setHeadline("Floods in Lima")
                .setBody(List.of("The river rose in the night."))
                .setVersionCreated(Instant.parse("2026-10-12T07:30:00Z"))
                .setReceivedAt(document.receivedAt())
                .setContentHash("00")
                .setProvenance(new Provenance(
                        document.id(),
                        document.uri(),
                        document.sha256(),
                        "newsml-g2",
                        "2.29",
                        1,
                        "default",
                        1,
                        position))
                .build();
    }
}
