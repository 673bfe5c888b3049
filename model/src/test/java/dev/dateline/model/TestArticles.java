package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Valid articles for the tests of every module. */
public final class TestArticles {
    /** When the articles of tests are made and received, unless they say otherwise. */
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    public static final String PROVIDER = "testwire";

    private TestArticles() {}

    /** Version 1 of an article, usable and complete; change what matters, then {@link #sealed} it or build it. */
    public static Article.Builder article(String guid) {
        return Article.newBuilder()
                .setArticleId(ArticleIds.of(PROVIDER, guid))
                .setProvider(PROVIDER)
                .setSource("test")
                .setGuid(guid)
                .setVersion("1")
                .setOrder(new VersionOrder(1L, 0L, 0L, 1))
                .setLanguage("en")
                .setHeadline("Ferry service to the islands resumes")
                .setHeadlineAsSent("Ferry service to the islands resumes")
                .setStandfirst("Boats had been kept in port for three days")
                .setSlugline("FERRY-ISLANDS/")
                .setBylines(List.of("Test Writer"))
                .setDateline(new Dateline("LERWICK, March 2", List.of("Lerwick"), "GB", "2026-03-02", null))
                .setBody(List.of("Boats left the harbour on Monday morning.", "Two more were to follow at noon."))
                .setCredit("Test Wire")
                .setRights(new Rights("Test Wire", "Copyright Test Wire 2026", "Editorial use", null))
                .setFirstCreated(NOON)
                .setVersionCreated(NOON)
                .setReceivedAt(NOON)
                .setContentHash("0".repeat(64))
                .setProvenance(new Provenance(
                        "test/" + guid + ".xml@0",
                        guid + ".xml",
                        "0".repeat(64),
                        "newsml-g2",
                        "2.29",
                        1,
                        "test",
                        1,
                        0));
    }

    /** A version of the article: its number decides the order, its headline the content. */
    public static Article.Builder version(String guid, long number, String headline) {
        return article(guid)
                .setVersion(Long.toString(number))
                .setOrder(new VersionOrder(number, 0L, 0L, 1))
                .setHeadline(headline)
                .setHeadlineAsSent(headline);
    }

    /** The kill of an article, with a text of its own as agencies send it. */
    public static Article.Builder kill(String guid, long number) {
        return version(guid, number, "KILL: Ferry service to the islands resumes")
                .setSignal(Signal.KILL)
                .setSignalMarker("KILL:")
                .setMarkers(List.of("KILL"))
                .setBody(List.of("Please kill the story slugged FERRY-ISLANDS/. It was sent in error."))
                .setEdNote("The story was sent in error.")
                .setChangeNote("Kills story sent in error");
    }

    /** The article with a content hash that differs when headline or body differ. */
    public static Article sealed(Article.Builder article) {
        return article.setContentHash(sha256(article.getHeadline() + "\n" + String.join("\n", article.getBody())))
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
