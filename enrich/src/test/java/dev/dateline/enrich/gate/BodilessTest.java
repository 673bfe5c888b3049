package dev.dateline.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.Dateline;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.Place;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import dev.dateline.model.TestArticles;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class BodilessTest {
    private static final List<String> KEPT = List.of(
            "articleId",
            "provider",
            "source",
            "guid",
            "version",
            "order",
            "pubStatus",
            "signal",
            "signalMarker",
            "markers",
            "urgency",
            "language",
            "firstCreated",
            "versionCreated",
            "utcOffset",
            "receivedAt",
            "embargoedUntil",
            "embargoedIndefinitely",
            "expires",
            "flags",
            "contentHash",
            "provenance");

    private final Article full = full();

    @Test
    void whatIsKeptIsKeptAsItIs() {
        Article bodiless = Bodiless.of(full);

        assertThat(KEPT).allSatisfy(field -> assertThat(bodiless.get(field)).isEqualTo(full.get(field)));
        assertThat(bodiless.getRights().getCopyrightHolder())
                .isEqualTo(full.getRights().getCopyrightHolder());
    }

    @Test
    void everyOtherFieldIsAtItsDefault() {
        Article bodiless = Bodiless.of(full);
        List<String> left = new ArrayList<>();
        for (Schema.Field field : Article.getClassSchema().getFields()) {
            Object value = bodiless.get(field.pos());
            boolean empty = value == null || (value instanceof List<?> list && list.isEmpty());
            if (!empty && !KEPT.contains(field.name()) && !field.name().equals("rights")) {
                left.add(field.name());
            }
        }

        assertThat(left).isEmpty();
        assertThat(ArticleJson.write(bodiless)).doesNotContain("secret");
    }

    @Test
    void anArticleWithoutRightsHasNone() {
        assertThat(Bodiless.of(TestArticles.article("a").setRights(null).build())
                        .getRights())
                .isNull();
    }

    /** Every field that may hold words of the article does. */
    private static Article full() {
        return TestArticles.article("a")
                .setSignalMarker("sig:update")
                .setMarkers(List.of("UPDATE 1"))
                .setChangeNote("secret")
                .setUrgency(3)
                .setGenre("secret")
                .setHeadline("secret")
                .setHeadlineAsSent("secret")
                .setStandfirst("secret")
                .setSlugline("secret")
                .setBylines(List.of("secret"))
                .setDateline(new Dateline("secret", List.of("secret"), "GB", null, null))
                .setBody(List.of("secret"))
                .setCredit("secret")
                .setMedia(List.of(Media.newBuilder().setCaption("secret").build()))
                .setSubjects(List.of(Subject.newBuilder().setName("secret").build()))
                .setPlaces(List.of(Place.newBuilder().setName("secret").build()))
                .setRights(new Rights("Test Wire", "secret", "secret", "secret"))
                .setEdNote("secret")
                .setUtcOffset("+01:00")
                .setEmbargoedUntil(TestArticles.NOON)
                .setExpires(TestArticles.NOON)
                .setLinks(List.of(Link.newBuilder().setTitle("secret").build()))
                .setFlags(List.of("version-created-implausible"))
                .build();
    }
}
