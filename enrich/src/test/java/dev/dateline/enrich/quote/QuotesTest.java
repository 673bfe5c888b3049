package dev.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "“We will stay here,” Mark Rutte said.|We will stay here,|Mark Rutte|said",
                "“We will stay here,” said Mark Rutte.|We will stay here,|Mark Rutte|said",
                "“No,” Mr Rutte said.|No,|Rutte|said",
                "“We will stay,” Mark Rutte, the Dutch leader, told reporters.|We will stay,|Mark Rutte|told",
                "“We will stay,” the Dutch leader, Mark Rutte, told reporters.|We will stay,|Mark Rutte|told",
                "“We will stay,” said Dutch leader Mark Rutte on Monday.|We will stay,|Mark Rutte|said",
                "“We will stay,” said the leader of the party, Mark Rutte.|We will stay,|Mark Rutte|said",
                "“Shall we stay?” asked Mark Rutte.|Shall we stay?|Mark Rutte|asked",
                "“We will stay,” according to Mark Rutte.|We will stay,|Mark Rutte|according to",
                "According to Mark Rutte, “we will stay here”.|we will stay here|Mark Rutte|According to",
                "Mark Rutte said: “We will stay.”|We will stay.|Mark Rutte|said",
                "Mark Rutte told Angela Merkel, “We will stay.”|We will stay.|Mark Rutte|told",
                "After meeting Angela Merkel, Mark Rutte said, \"We will stay.\"|We will stay.|Mark Rutte|said",
                "Mark Rutte said the plan was “a very dangerous step”.|a very dangerous step|Mark Rutte|said",
                "Mark Rutte called Angela Merkel “a very wise woman”.|a very wise woman|Mark Rutte|called",
                "The plan is “a very dangerous step” for all, Mark Rutte said.|a very dangerous step|Mark Rutte|said",
                "“We will build more ships,” Siemens AG said in a statement.|We will build more ships,|Siemens AG|said",
                "“We will build,” said Siemens AG chief Roland Busch.|We will build,|Roland Busch|said",
                "“We will build,” said Siemens AG shadow fleet keeper Mark Rutte.|We will build,|Mark Rutte|said",
                "‘We don’t stay here,’ Mark Rutte said.|We don’t stay here,|Mark Rutte|said",
            })
    void speakerStandsBesideTheQuote(String text, String quoted, String speaker, String cue) {
        Quote quote = only(quotes("en", text));
        assertThat(quote.getText()).isEqualTo(quoted);
        assertThat(quote.getSpeaker().getText()).isEqualTo(speaker);
        assertThat(quote.getCue().getText()).isEqualTo(cue);
        assertThat(quote.getMethod()).isEqualTo("named");
        assertThat(quote.getScore()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "de|„Wir bleiben hier“, sagte Kanzlerin Hilda Brandt.|hilda-brandt",
                "de|„Wir bleiben hier“, so Kanzlerin Hilda Brandt.|hilda-brandt",
                "de|Hilda Brandt sagte am Montag: „Wir bleiben hier.“|hilda-brandt",
                "de|Am Montag sagte Hilda Brandt: »Wir bleiben hier.«|hilda-brandt",
                "de|Kanzlerin Hilda Brandt hat am Montag gesagt: „Wir bleiben hier.“|hilda-brandt",
                "de|Laut Kanzlerin Hilda Brandt ist das „ein sehr großer Schritt“.|hilda-brandt",
                "fr|« Nous restons ici », a déclaré le ministre Jean Dupuis.|jean-dupuis",
                "fr|« Nous restons ici », Jean Dupuis a déclaré lundi.|jean-dupuis",
                "fr|Jean Dupuis a déclaré à l'AFP : « Nous restons ici. »|jean-dupuis",
                "fr|« Nous restons », selon Jean Dupuis.|jean-dupuis",
                "es|«Nos quedamos aquí», dijo la ministra Carmen Ruiz.|carmen-ruiz",
                "es|Carmen Ruiz afirmó: “Nos quedamos aquí”.|carmen-ruiz",
                "es|“Nos quedamos aquí”, según Carmen Ruiz.|carmen-ruiz",
                "pt|“Ficamos aqui”, disse o ministro Carlos Moreira.|carlos-moreira",
                "pt|Carlos Moreira afirmou: “Ficamos aqui”.|carlos-moreira",
                "it|«Restiamo qui», ha detto il ministro Paolo Ferri.|paolo-ferri",
                "it|Paolo Ferri ha dichiarato: «Restiamo qui».|paolo-ferri",
            })
    void speakerIsFoundInEachLanguage(String language, String text, String code) {
        Quote quote = only(quotes(language, text));
        assertThat(quote.getSpeakerScheme()).isEqualTo("person");
        assertThat(quote.getSpeakerCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "en|Mark Rutte arrived. “We will stay,” he said.|mark-rutte",
                "de|Kanzlerin Hilda Brandt kam an. „Wir bleiben“, sagte sie.|hilda-brandt",
                "fr|Jean Dupuis est venu. « Nous restons », a-t-il dit.|jean-dupuis",
                "es|Vino Carmen Ruiz. «Nos quedamos», dijo ella.|carmen-ruiz",
                "it|È arrivato il ministro Paolo Ferri. «Restiamo», ha detto lui.|paolo-ferri",
                "pt|Chegou Carlos Moreira. “Ficamos”, disse ele.|carlos-moreira",
            })
    void pronounIsTheOnlyPersonWhoMayBeMeant(String language, String text, String code) {
        Quote quote = only(quotes(language, text));
        assertThat(quote.getMethod()).isEqualTo("pronoun");
        assertThat(quote.getSpeakerCode()).isEqualTo(code);
    }

    @Test
    void pronounThatMayMeanSeveralNamesNobody() {
        Quote quote = only(quotes("en", "Mark Rutte met John Smith. “We will stay,” he said."));
        assertThat(quote.getSpeakerCode()).isNull();
        assertThat(quote.getMethod()).isEqualTo("none");
        assertThat(quote.getScore()).isZero();
        assertThat(quote.getSpeaker().getText()).isEqualTo("he");
    }

    @Test
    void formOfAddressTellsHimFromHer() {
        assertThat(only(quotes("en", "Mr Holland met Mrs Okafor. “We will stay,” she said."))
                        .getSpeakerCode())
                .isEqualTo("okafor");
    }

    @Test
    void surnameIsThePersonOfTheArticle() {
        Article article = Samples.story(
                "RUTTE: 'WE STAY IN BRUSSELS'", "NATO chief Mark Rutte spoke.", "“We stay in town,” Rutte said.");
        List<Quote> quotes = quotes(article);
        assertThat(quotes).extracting(Quote::getField).containsExactly("headline", "body[1]");
        assertThat(quotes).extracting(Quote::getSpeakerCode).containsOnly("mark-rutte");
        assertThat(quotes).extracting(Quote::getSpeakerName).containsOnly("Mark Rutte");
    }

    @Test
    void officeIsItsOnlyHolder() {
        Quote quote =
                only(quotes("en", "Finance Minister Luc Berger came. Ann Lee left. “We stay,” the minister said."));
        assertThat(quote.getMethod()).isEqualTo("office");
        assertThat(quote.getSpeakerCode()).isEqualTo("luc-berger");
        assertThat(quote.getSpeaker().getText()).isEqualTo("the minister");
        assertThat(only(quotes("en", "Minister Luc Berger and Minister Ann Lee came. “We stay,” the minister said."))
                        .getSpeakerCode())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We will stay,” said a spokesman for Mark Rutte.",
                "“We will stay,” Mark Rutte's spokesman said.",
                "“We will stay,” a spokesman for Mark Rutte said.",
                "“We will stay,” Mark Rutte and Angela Merkel said.",
                "“We will stay,” said Mark Rutte and Angela Merkel.",
                "“We will stay,” she told Mark Rutte. Angela Merkel nodded.",
                "“We will stay,” officials said. Mark Rutte left.",
                "Mark Rutte left. An analyst who stayed was glad. “We will stay,” he said.",
                "They told Mark Rutte: “We will stay.”",
                "“We will stay here.” Mark Rutte said he did not know.",
            })
    void whoeverElseIsNamedIsNotTheSpeaker(String text) {
        assertThat(only(quotes("en", text)).getSpeakerCode()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mark Rutte said the “so-called” deal was off.",
                "Mark Rutte saw “The Lord of the Rings” in town.",
                "Mark Rutte said “The Lord of the Rings” was too long.",
                "A “very long and winding” road leads to the town of Mark Rutte.",
                "Mark Rutte bought a 5\" pipe and a 3\" one, he said.",
                "The ship “Queen of the Northern Seas” sank, Mark Rutte said.",
            })
    void scareQuotesTitlesAndInchesAreNoQuotes(String text) {
        assertThat(quotes("en", text)).isEmpty();
    }

    @Test
    void quoteSplitByItsAttributionHasOneSpeaker() {
        List<Quote> quotes = quotes("en", "“We will stay,” Mark Rutte said, “until it is over. It takes time.”");
        assertThat(quotes).hasSize(2).extracting(Quote::getSpeakerCode).containsOnly("mark-rutte");
        quotes = quotes("en", "“We will stay,” said Mark Rutte. “It will take some time.” Ann Lee left.");
        assertThat(quotes).extracting(Quote::getSpeakerCode).containsExactly("mark-rutte", "mark-rutte");
        assertThat(quotes).extracting(Quote::getMethod).containsExactly("named", "continued");
        assertThat(quotes.get(1).getCue()).isNull();
    }

    @Test
    void quoteGoesOnFromWhatItsSpeakerIsReportedToSay() {
        Quote quote = only(quotes("en", "Mark Rutte said the troops would stay. “It will take some time.”"));
        assertThat(quote.getMethod()).isEqualTo("continued");
        assertThat(quote.getSpeakerCode()).isEqualTo("mark-rutte");
    }

    @Test
    void quoteOfSeveralParagraphsHasAPartInEach() {
        Article article = Samples.story(
                null,
                "Mark Rutte said: “We will stay here for now.",
                "“We have time.",
                "“And it will be over soon.”",
                "Ann Lee left.");
        List<Quote> quotes = quotes(article);
        assertThat(quotes).extracting(Quote::getField).containsExactly("body[0]", "body[1]", "body[2]");
        assertThat(quotes).extracting(Quote::getSpeakerCode).containsOnly("mark-rutte");
        assertThat(quotes).extracting(quote -> quote.getSpeaker().getField()).containsOnly("body[0]");
    }

    @Test
    void speakerNamedAtTheEndSpokeTheParagraphsBefore() {
        Article article = Samples.story(null, "“We will stay here for now.", "“We have time,” Mark Rutte said.");
        assertThat(quotes(article)).hasSize(2).extracting(Quote::getSpeakerCode).containsOnly("mark-rutte");
    }

    @Test
    void markWithoutPartnerIsNoQuote() {
        assertThat(quotes(Samples.story(null, "Mark Rutte said: “We will stay.", "Ann Lee left.")))
                .isEmpty();
    }

    @Test
    void sentenceInMarksAloneIsAQuoteOfNobody() {
        Quote quote = only(quotes("en", "The crowd stood still. “Nobody can live like this.” Then it rained."));
        assertThat(quote.getMethod()).isEqualTo("none");
        assertThat(quote.getSpeaker()).isNull();
        assertThat(quote.getCue()).isNull();
    }

    @Test
    void longQuoteIsCutAndItsEndIsNot() {
        String said = "It is true \uD83D\uDEA2 ".repeat(200).strip();
        Quote quote = only(quotes("en", "“" + said + ",” Mark Rutte said."));
        assertThat(quote.getText()).hasSizeBetween(499, 500);
        assertThat(quote.getEnd() - quote.getStart()).isEqualTo(said.length() + 1);
    }

    @Test
    void articleHasTwoHundredQuotesAtMost() {
        assertThat(quotes("en", "“We will stay here,” Mark Rutte said. ".repeat(20_000)))
                .hasSize(QuoteReader.MOST_QUOTES);
    }

    @Test
    void evidenceIsWhereItSays() {
        String text = "“We stay in town,” Mark Rutte said.";
        Quote quote = only(quotes("en", text));
        assertThat(quote.getSpeaker()).isEqualTo(new Evidence("body[0]", 19, 29, "Mark Rutte"));
        assertThat(quote.getCue()).isEqualTo(new Evidence("body[0]", 30, 34, "said"));
        assertThat(quote.getStart()).isEqualTo(1);
        assertThat(quote.getEnd()).isEqualTo(17);
    }

    private static List<Quote> quotes(String language, String text) {
        Article article = Samples.story(null, text);
        article.setLanguage(language);
        return quotes(article);
    }

    private static List<Quote> quotes(Article article) {
        return Samples.TAGGERS.tag(article, true).quotes();
    }

    private static Quote only(List<Quote> quotes) {
        assertThat(quotes).hasSize(1);
        return quotes.get(0);
    }
}
