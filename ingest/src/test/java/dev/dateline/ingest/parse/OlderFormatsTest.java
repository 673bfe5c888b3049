package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Signal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the older formats say in words, in messages written for these tests. */
class OlderFormatsTest {
    @ParameterizedTest
    @CsvSource({
        "KILL KILL KILL, KILL",
        "BULLETIN KILL, KILL",
        "HOLD HOLD HOLD, HOLD",
        "2ND LEAD, UPDATE",
        "EXTRA, ALERT",
        "CORRECTION, CORRECTION",
        "REFILE, REFILE",
        "REPEAT, REPEAT",
        "ADVISORY, ADVISORY",
        "3RD NET, NEW"
    })
    void aLineAboveTheHeadlineSaysWhatBecomesOfTheStory(String line, Signal signal) {
        Article article = Samples.article(message(line + "\r\nFerries to Shetland sail again =", "051200 GMT Nov 25"));

        assertThat(article.getSignal()).isEqualTo(signal);
        assertThat(article.getMarkers()).contains(line);
        assertThat(article.getHeadline()).isEqualTo("Ferries to Shetland sail again");
    }

    @Test
    void anEmbargoInWordsHoldsTheStory() {
        Article dated = Samples.article(
                message("Sperrfrist: 01.06.2026 10:00\r\nFerries to Shetland sail again =", "051200 GMT Nov 25"));
        Article open = Samples.article(
                message("EMBARGOED UNTIL NOON\r\nFerries to Shetland sail again =", "051200 GMT Nov 25"));

        assertThat(dated.getEmbargoedUntil()).hasToString("2026-06-01T08:00:00Z");
        assertThat(open.getEmbargoedIndefinitely()).isTrue();
        assertThat(open.getHeadline()).isEqualTo("Ferries to Shetland sail again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Embargo on oil extended for a year", "EMBARGO ON OIL EXTENDED", "ROUNDUP: Ferries sail again"})
    void aHeadlineThatOnlyBeginsWithSuchAWordIsAHeadline(String headline) {
        Article article = Samples.article(message(headline + " =", "051200 GMT Nov 25"));

        assertThat(article.getHeadline()).isEqualTo(headline);
        assertThat(article.getEmbargoedIndefinitely()).isFalse();
    }

    @Test
    void aKillThatSaysNothingElseIsNotLost() {
        Article article = Samples.article(message("KILL KILL KILL =", "051200 GMT Nov 25"));

        assertThat(article.getSignal()).isEqualTo(Signal.KILL);
        assertThat(article.getSlugline()).isEqualTo("Shetland/ferry");
        assertThat(article.getHeadline()).isNull();
    }

    @Test
    void anAdvanceIsHeldForItsDay() {
        Article article = Samples.article(anpa("BC-EU--Ferry Season, Adv14,300<", "06-10"));

        assertThat(article.getEmbargoedUntil()).hasToString("2025-06-14T00:00:00Z");
        assertThat(article.getGuid()).isEqualTo("bc-eu-ferry-season-2025-06-10");
    }

    @Test
    void aMissingYearIsTheOneNearestToReception() {
        assertThat(Samples.article(message("Headline of a test =", "311200 GMT Dec"))
                        .getVersionCreated())
                .hasToString("2024-12-31T12:00:00Z");
        assertThat(Samples.article(message("Headline of a test =", "011200 GMT Aug"))
                        .getVersionCreated())
                .hasToString("2025-08-01T12:00:00Z");
    }

    @Test
    void anImpossibleDateIsFlaggedAndTheStoryKept() {
        Article article = Samples.article(message("Headline of a test =", "321200 GMT Nov 25"));

        assertThat(article.getVersionCreated()).isNull();
        assertThat(article.getFlags()).contains("version-created-unreadable");
        assertThat(article.getGuid()).isEqualTo("eca0001-2025-06-01");
    }

    @Test
    void theDialectNamesTheCharsetOfWhatDeclaresNone() {
        byte[] bytes = message("Prix de l'œuvre: 5 €, à l'été =", "051200 GMT Nov 25")
                .replace("dpa", "afp")
                .getBytes(Charset.forName("ISO-8859-15"));

        assertThat(Samples.article(Samples.parse(bytes)).getHeadline()).isEqualTo("Prix de l'œuvre: 5 €, à l'été");
    }

    @Test
    void severalMessagesOfOneFileAreArticlesOfTheirOwn() {
        List<Parsed> parsed = Samples.parse(message("One =", "051200 GMT Nov 25")
                + message("Two =", "051210 GMT Nov 25").replace("0001", "0002"));

        assertThat(parsed)
                .map(one -> ((Parsed.Accepted) one).article().getGuid())
                .containsExactly("eca0001-2025-11-05", "eca0002-2025-11-05");
    }

    @Test
    void whatIsNotForPublicationIsNotRead() {
        Article article = Samples.article(message(
                "Ferries sail again =\r\n\r\nPiraeus (dpa) - Text of the story, long enough to be some.\r\n\r\n# Notebook\r\n\r\n## Note to editors\r\n- adds colour\r\n\r\n* * * *\r\nThe following information is not intended for publication\r\n\r\n## Editorial contacts\r\n- Tel: +49 30 1234567; <desk@example.org>",
                "051200 GMT Nov 25"));

        assertThat(article.getBody()).containsExactly("Text of the story, long enough to be some.");
        assertThat(article.getEdNote()).isEqualTo("adds colour");
        assertThat(article.toString()).doesNotContain("1234567", "example.org");
    }

    @Test
    void anAlertOfAnpaIsNamedByItsNumberAndNotByTheKeywordThatAllShare() {
        assertThat(Samples.article(anpa("BC-EU--APNewsAlert,17<", "06-10")).getGuid())
                .isEqualTo("W0042-2025-06-10");
    }

    private static String message(String head, String time) {
        return "\u0001eca0001 3 i 60    dpa 1234\r\n\r\nShetland/ferry/\r\n\u0002" + head + "\r\n\r\n\u0003" + time
                + "\r\n\u0004";
    }

    private static String anpa(String keyword, String date) {
        return "\u0016\u0016\u0001W0042\u001f_test\r\nr i\u0013\u0011 BC-Test   " + date + " 0100\r\n\u0002^\u0002^"
                + keyword + "\r\n\t   LERWICK, Scotland (AP) _ Ferries sail again.\r\n\u0003AP-WF-" + date
                + "-25 1200GMT<\r\n\u0004";
    }

    @Test
    void utf8IsUtf8WhateverTheDialectSays() {
        byte[] bytes = message("Grüße aus Köln =", "051200 GMT Nov 25").getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.article(Samples.parse(bytes)).getHeadline()).isEqualTo("Grüße aus Köln");
    }
}
