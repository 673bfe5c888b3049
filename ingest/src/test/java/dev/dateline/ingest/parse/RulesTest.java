package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.Link;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.VersionOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that hold for all formats: identity, order, lifecycle, embargo, redaction, furniture. */
class RulesTest {
    private static final String HEADLINE = "<headline>Storm reaches coast</headline>";

    @Test
    void anEmbargoWithATimeHoldsUntilThen() {
        Article article = item("<embargoed>2025-05-02T12:00:00+02:00</embargoed>", HEADLINE);

        assertThat(article.getEmbargoedUntil()).isEqualTo(Instant.parse("2025-05-02T10:00:00Z"));
        assertThat(article.getEmbargoedIndefinitely()).isFalse();
    }

    @Test
    void anEmbargoWithoutATimeHoldsIndefinitelyUnlessTheDialectSaysOtherwise() {
        assertThat(item("<embargoed/>", HEADLINE).getEmbargoedIndefinitely()).isTrue();
        assertThat(item("", HEADLINE).getEmbargoedIndefinitely()).isFalse();
        Article reuters = by("reuters", Samples.newsItem("<embargoed/>", HEADLINE, ""));
        assertThat(reuters.getEmbargoedIndefinitely()).isFalse();
    }

    @Test
    void anEmbargoThatCannotBeReadHoldsIndefinitelyAndIsFlagged() {
        Article article = by("reuters", Samples.newsItem("<embargoed>Friday noon</embargoed>", HEADLINE, ""));

        assertThat(article.getEmbargoedIndefinitely()).isTrue();
        assertThat(article.getFlags()).contains("embargo-unreadable");
    }

    @Test
    void ninjsHasEmbargoesOfItsOwn() {
        assertThat(Samples.article("{\"uri\":\"urn:x:1\",\"headline\":\"H\",\"embargoed\":\"2025-05-02T12:00:00Z\"}")
                        .getEmbargoedUntil())
                .isEqualTo(Instant.parse("2025-05-02T12:00:00Z"));
        assertThat(Samples.article(
                                "{\"uri\":\"urn:x:1\",\"headlines\":[{\"value\":\"H\"}],\"embargoedUntil\":\"2025-05-02T12:00:00Z\"}")
                        .getEmbargoedUntil())
                .isEqualTo(Instant.parse("2025-05-02T12:00:00Z"));
        assertThat(Samples.article("{\"uri\":\"urn:x:1\",\"headline\":\"H\",\"embargoed\":null}")
                        .getEmbargoedIndefinitely())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sig:update,usable,UPDATE,sig:update",
        "sig:correction,usable,CORRECTION,sig:correction",
        "sig:update,canceled,KILL,pubStatus canceled",
        "sig:update,withheld,HOLD,pubStatus withheld",
        "sig:unheard,usable,NEW,",
    })
    void codesAndStatusTellTheSignal(String code, String status, Signal signal, String marker) {
        Article article = item("<pubStatus qcode='stat:" + status + "'/><signal qcode='" + code + "'/>", HEADLINE);

        assertThat(article.getSignal()).isEqualTo(signal);
        assertThat(article.getSignalMarker()).isEqualTo(marker);
    }

    @Test
    void aHeadlinePrefixOutranksAWeakerCode() {
        Article article = by(
                "reuters",
                Samples.newsItem(
                        "<signal qcode='edStat:U'/>",
                        "<headline>CORRECTED-UPDATE 2-EXCLUSIVE-Storm reaches coast</headline>",
                        ""));

        assertThat(article.getHeadline()).isEqualTo("Storm reaches coast");
        assertThat(article.getHeadlineAsSent()).startsWith("CORRECTED-");
        assertThat(article.getMarkers()).containsExactly("CORRECTED", "UPDATE 2", "EXCLUSIVE");
        assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
        assertThat(article.getSignalMarker()).isEqualTo("CORRECTED-");
        assertThat(article.getGenre()).isEqualTo("exclusive");
    }

    @Test
    void aKillNeedsNoText() {
        Article kill = item("<pubStatus qcode='stat:canceled'/>", "");

        assertThat(kill.getPubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.getSignal()).isEqualTo(Signal.KILL);
    }

    @Test
    void anItemWithoutTextSaysSo() {
        assertThat(Samples.rejected(Samples.parse(Samples.newsItem("", "", ""))).reason())
                .startsWith("no text");
        assertThat(Samples.rejected(Samples.parse(Samples.newsItem("", "", "").replace("ninat:text", "ninat:video")))
                        .reason())
                .startsWith("only video");
    }

    @Test
    void orderIsTheDialects() {
        String item = Samples.newsItem("", HEADLINE, "");
        long created = Instant.parse("2025-05-01T08:00:00Z").toEpochMilli();

        assertThat(by("acme", item).getOrder()).isEqualTo(new VersionOrder(0L, created, 0L, Parsers.VERSION));
        assertThat(by("dpa", item).getOrder()).isEqualTo(new VersionOrder(3L, 0L, 0L, Parsers.VERSION));
        Article page = Samples.article("Dam is full again\n\n28 October 2024 - 15:39\nText of the page.\n");
        assertThat(page.getOrder())
                .isEqualTo(new VersionOrder(0L, Samples.RECEIVED.toEpochMilli(), 0L, Parsers.VERSION));
    }

    @Test
    void aMessageTellsWhenItWasSent() {
        String item = Samples.newsItem("", HEADLINE, "").replaceFirst("<\\?xml.*?\\?>", "");
        Article article = Samples.article(
                "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header><sent>2025-05-01T08:00:09Z</sent></header><itemSet>"
                        + item + "</itemSet></newsMessage>");

        assertThat(article.getOrder().getSent())
                .isEqualTo(Instant.parse("2025-05-01T08:00:09Z").toEpochMilli());
    }

    @Test
    void eachItemOfAMessageStandsForItself() {
        String item = Samples.newsItem("", HEADLINE, "").replaceFirst("<\\?xml.*?\\?>", "");
        List<Parsed> parsed = Samples.parse("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>" + item
                + "<packageItem guid='p'/>" + item.replace("urn:acme:1", "urn:acme:2") + "</itemSet></newsMessage>");

        assertThat(parsed).hasSize(3);
        assertThat(parsed.get(1)).isInstanceOfSatisfying(Parsed.Rejected.class, rejected -> {
            assertThat(rejected.position()).isEqualTo(1);
            assertThat(rejected.reason()).contains("package");
        });
        assertThat(((Parsed.Accepted) parsed.get(2)).article().getProvenance().getPosition())
                .isEqualTo(2);
    }

    @Test
    void anImplausibleTimeIsKeptAndFlaggedAndNotUsedForOrder() {
        Article article = Samples.article(Samples.newsItem("", HEADLINE, "").replace("2025-05-01T10", "2203-05-01T10"));

        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2203-05-01T08:00:00Z"));
        assertThat(article.getFlags()).containsExactly("version-created-implausible");
        assertThat(article.getOrder().getTime()).isZero();
    }

    @Test
    void aTimeWithoutAZoneIsInTheDialects() {
        Article article = by("stt", Samples.newsItem("", HEADLINE, "").replace("10:00:00+02:00", "10:00:00"));

        assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2025-05-01T07:00:00Z"));
        assertThat(article.getUtcOffset()).isEqualTo("+03:00");
    }

    @Test
    void aVersionGluedToTheGuidIsTakenOff() {
        Article article = Samples.article(Samples.newsItem("", HEADLINE, "")
                .replace("guid=\"urn:acme:1\" version=\"3\"", "guid=\"urn:newsml:tt.se:20171220:TT:585167:4\""));

        assertThat(article.getGuid()).isEqualTo("urn:newsml:tt.se:20171220:TT:585167");
        assertThat(article.getVersion()).isEqualTo("4");
    }

    @Test
    void notesAreRedactedByAttributeByRoleAndByPhrase() {
        Article article = item("""
                <edNote>Picture available</edNote>
                <edNote pubconstraint="x:nonpublic">Call Ann on 030 1234567</edNote>
                <edNote role="dpaednoterole:dpacontacts">Ann Other, ann@example.org</edNote>
                <edNote role="x:private">Rewritten from scratch</edNote>
                <edNote>The following information is not for publication: Ann Other, Room 5</edNote>
                <edNote>Questions to desk@example.org</edNote>
                <edNote>Graphic follows. Nicht zur Veröffentlichung bestimmt: Ann Other</edNote>
                """, HEADLINE);

        assertThat(article.getEdNote().lines())
                .containsExactly("Picture available", "The following information is", "Graphic follows.");
        assertThat(article.toString()).doesNotContain("Ann", "1234567", "example.org", "scratch");
    }

    @Test
    void theBodyIsRedactedFromThePhraseOnAndNonPublicRenditionsAreNotRead() {
        Article article = Samples.article(
                Samples.newsItem(
                        "",
                        HEADLINE,
                        "<inlineData rendition='x:nonpublic'>Ann Other, 030 1234567</inlineData>"
                                + Samples.xhtml(
                                        "<p>The storm reached the coast.</p><p>Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt</p><p>Ann Other, 030 1234567</p>")));

        assertThat(article.getBody()).containsExactly("The storm reached the coast.");
        assertThat(article.toString()).doesNotContain("Ann", "1234567");
    }

    @Test
    void furnitureIsTakenOffAndKept() {
        Article article = by("reuters", Samples.newsItem("", HEADLINE, Samples.xhtml("""
                <p>(Adds details, quotes)</p><p>By Ann Other</p><p>LIMA, May 1 (Reuters) - The storm reached the coast.</p>
                <p>It moved on.</p><p>(Reporting by Ann Other; Editing by Piet Nel)</p><p>((ann.other@thomsonreuters.com; +51 1 234 5678))</p>
                """)));

        assertThat(article.getBody()).containsExactly("The storm reached the coast.", "It moved on.");
        assertThat(article.getBylines()).containsExactly("Ann Other");
        assertThat(article.getChangeNote()).isEqualTo("Adds details, quotes");
        assertThat(article.getDateline().getDate()).isEqualTo("2025-05-01");
        assertThat(article.toString()).doesNotContain("thomsonreuters", "234 5678");
    }

    @Test
    void aStoryInOneElementIsTakenApartByIndentation() {
        Article article = by(
                "reuters",
                Samples.newsItem(
                        "",
                        HEADLINE,
                        Samples.xhtml(
                                "<p>By Ann Other\n    LIMA, May 1 (Reuters) - The storm reached\nthe coast.\n    It moved\non.</p>")));

        assertThat(article.getBody()).containsExactly("The storm reached the coast.", "It moved on.");
    }

    @Test
    void linksSayHowTheyRelate() {
        Article article = item(
                "<link rel='irel:seeAlso' href='https://example.org/a'><title>More</title></link><link guidref='urn:acme:1' version='2'/>",
                HEADLINE);

        assertThat(article.getLinks())
                .containsExactly(
                        new Link("related", "https://example.org/a", "More", null, null, null),
                        new Link("previous", "urn:acme:1", null, null, null, null));
    }

    @Test
    void theSameCodeAsAliasAndAsUriIsOneSubject() {
        Article g2 = item("", HEADLINE + "<subject qcode='medtop:16000000'/>");
        Article ninjs = Samples.article(
                "{\"uri\":\"urn:x:1\",\"headline\":\"H\",\"subjects\":[{\"uri\":\"http://cv.iptc.org/newscodes/mediatopic/16000000\"},{\"uri\":\"medtop:16000000\"}]}");

        assertThat(ninjs.getSubjects()).allSatisfy(subject -> {
            assertThat(subject.getScheme())
                    .isEqualTo(g2.getSubjects().get(0).getScheme())
                    .isEqualTo("medtop");
            assertThat(subject.getCode()).isEqualTo("16000000");
        });
    }

    @Test
    void anIdThatIsTooLongIsRejected() {
        assertThat(Samples.rejected(Samples.parse("{\"uri\":\"" + "x".repeat(600) + "\",\"headline\":\"H\"}"))
                        .reason())
                .contains("600 characters");
    }

    private static Article item(String itemMeta, String contentMeta) {
        return Samples.article(Samples.newsItem(itemMeta, contentMeta, ""));
    }

    private static Article by(String provider, String text) {
        return Samples.article(new Parsers(Dialects.shipped())
                .parse(Document.of("desk", provider, "item", Samples.RECEIVED, text.getBytes(StandardCharsets.UTF_8))));
    }
}
