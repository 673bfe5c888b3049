package dev.dateline.enrich.taggers;

import dev.dateline.model.Article;
import dev.dateline.model.Place;
import dev.dateline.model.Provenance;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.util.List;

/** Articles for tests: what matters is given, the rest is filled in. */
public final class Articles {
    private Articles() {}

    public static Article article(String headline, String standfirst, List<String> body) {
        return Article.newBuilder()
                .setArticleId("samplewire/1")
                .setProvider("samplewire")
                .setSource("test")
                .setGuid("1")
                .setOrder(VersionOrder.newBuilder().build())
                .setHeadline(headline)
                .setStandfirst(standfirst)
                .setBody(body)
                .setLanguage("en")
                .setReceivedAt(Instant.EPOCH)
                .setContentHash("")
                .setProvenance(Provenance.newBuilder()
                        .setDocumentId("d")
                        .setUri("u")
                        .setSha256("")
                        .setFormat("test")
                        .setParserVersion(1)
                        .setDialect("test")
                        .setDialectVersion(1)
                        .build())
                .build();
    }

    /** Places of an article about Chile that was written in Lima. */
    static List<Place> ofChileFromLima() {
        return List.of(
                Place.newBuilder()
                        .setName("Chile")
                        .setCountry("CL")
                        .setRel("about")
                        .build(),
                Place.newBuilder()
                        .setName("Lima")
                        .setCountry("PE")
                        .setRel("located")
                        .build());
    }
}
