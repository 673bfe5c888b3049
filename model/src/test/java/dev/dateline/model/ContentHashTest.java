package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentHashTest {
    @Test
    void datesOfTransmissionDoNotChangeIt() {
        Article resent = article();
        resent.setReceivedAt(Instant.ofEpochMilli(99));
        resent.setVersionCreated(Instant.ofEpochMilli(98));
        resent.setVersion("2");
        resent.setSignal(Signal.REPEAT);

        assertThat(ContentHash.of(resent)).isEqualTo(ContentHash.of(article())).matches("[0-9a-f]{64}");
    }

    static Stream<Consumer<Article>> changes() {
        return Stream.of(
                article -> article.setHeadline("Other"),
                article -> article.setStandfirst("Other"),
                article -> article.setBody(List.of("one", "two", "three")),
                article -> article.setBody(List.of("onetwo")),
                article -> article.setBylines(List.of("Ann Other")),
                article -> article.setMedia(List.of(new Media("picture", "caption", null, null, null))),
                article -> article.setPubStatus(PubStatus.CANCELED),
                article -> article.setSignal(Signal.KILL),
                article -> article.setEmbargoedUntil(Instant.ofEpochMilli(1)),
                article -> article.setEmbargoedIndefinitely(true));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatAReaderWouldSeeChangesIt(Consumer<Article> change) {
        Article changed = article();
        change.accept(changed);

        assertThat(ContentHash.of(changed)).isNotEqualTo(ContentHash.of(article()));
    }

    private static Article article() {
        Article article = new Article();
        article.setArticleId("p/1");
        article.setHeadline("Storm reaches coast");
        article.setBody(List.of("one", "two"));
        article.setBylines(List.of());
        article.setMedia(List.of());
        article.setPubStatus(PubStatus.USABLE);
        article.setSignal(Signal.NEW);
        return article;
    }
}
