package dev.dateline.enrich.taggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.text.Words;
import dev.dateline.model.Article;
import dev.dateline.model.Dateline;
import dev.dateline.model.SharedData;
import dev.dateline.model.Subject;
import dev.dateline.model.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggersTest {
    @Test
    void pageAboutAWarIsAboutWhoFightsAndMentionsTheRest() throws IOException {
        Article article = soldiersInKursk();

        Map<String, Double> countries = Samples.scores(article, "country");
        assertThat(countries.keySet()).containsExactlyInAnyOrder("RU", "KP", "UA", "KR", "BE");
        assertThat(Samples.about(article, "country")).containsExactlyInAnyOrder("RU", "KP", "UA");
        assertThat(Samples.about(article, "region")).contains("150", "151", "142", "030");
        assertThat(Samples.about(article, "medtop")).contains("16000000", "11000000");
        assertThat(Samples.scores(article, "place")).containsEntry("BE/brussels", 0.3);
        assertThat(Samples.codes(article, "language")).containsExactly("en");
    }

    @Test
    void pageOfTheSameShapeIsReadTheSameWay() {
        Article article = Articles.article(
                "Ethiopia frees Eritrean prisoners, says AU envoy",
                "Addis Ababa and Asmara signed a truce in July",
                List.of(
                        "The African Union’s envoy confirmed on Tuesday that Ethiopia had freed 300 Eritrean soldiers captured"
                                + " during the fighting.",
                        "“This is a step towards peace between Ethiopia and Eritrea,” she told reporters after meeting a"
                                + " Norwegian delegation.",
                        "Eritrea’s information ministry did not comment. The ceasefire has held since July."));
        Samples.filedFrom("Nairobi, Kenya", "KE", article);

        assertThat(Samples.about(article, "country")).containsExactlyInAnyOrder("ET", "ER");
        assertThat(Samples.scores(article, "country")).containsKeys("NO", "KE");
        assertThat(Samples.about(article, "medtop")).contains("16000000", "11000000");
    }

    @Test
    void sendersCodesOutrankGuessesUnlessIgnored() {
        Article article = Samples.story("Harvest fails in Peru", "Farmers in Peru lost their crops.");
        article.setSubjects(List.of(
                Subject.newBuilder()
                        .setScheme("medtop")
                        .setCode("20000449")
                        .setName("AIDS")
                        .build(),
                Subject.newBuilder()
                        .setScheme("subj")
                        .setCode("15054000")
                        .setName("football")
                        .build()));
        article.setPlaces(Articles.ofChileFromLima());

        List<Tag> given = Samples.TAGGERS.tag(article, false).tags();
        assertThat(given)
                .anySatisfy(tag -> assertTag(tag, "medtop", "20000449", 1, "given"))
                .anySatisfy(tag -> assertTag(tag, "medtop", "15000000", 1, "given"))
                .anySatisfy(tag -> assertTag(tag, "country", "CL", 0.9, "given"));
        assertThat(Samples.scores(article, "country").get("PE")).isGreaterThan(0.5);

        List<Tag> guessed = Samples.TAGGERS.tag(article, true).tags();
        assertThat(guessed).extracting(Tag::getCode).doesNotContain("CL", "15000000", "20000449");
    }

    @Test
    void narrowerTopicBringsItsAncestors() {
        Article article = Samples.story("Quiet day", "Nothing happened.");
        article.setSubjects(List.of(
                Subject.newBuilder().setScheme("medtop").setCode("20000062").build()));
        assertThat(Samples.tags(article, "medtop"))
                .extracting(Tag::getCode)
                .containsExactlyInAnyOrder("20000062", "20000056", "16000000");
    }

    @Test
    void failingTaggerIsNamedAndTheOthersStand() {
        Words words = new Words().freeze();
        Tagger failing = (text, soFar) -> {
            throw new IllegalStateException(text.article().getHeadline());
        };
        Taggers taggers = new Taggers(words, 7, List.of(failing, new GenreTagger()));

        Article article = Samples.story("Secret headline", "Body.");
        article.setGenre("analysis");

        Tagging tagging = taggers.tag(article, false);

        assertThat(tagging.tags()).extracting(Tag::getScheme).containsExactly("genre");
        assertThat(tagging.failures())
                .singleElement()
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("Secret");
        assertThat(taggers.rulesVersion()).isEqualTo(7);
        assertThat(taggers.id()).isEqualTo("7");
    }

    @Test
    void tagsStandBySchemeThenFallingScore() throws IOException {
        List<Tag> tags = Samples.TAGGERS.tag(soldiersInKursk(), false).tags();
        assertThat(tags).extracting(Tag::getScheme).isSorted();
        for (int i = 1; i < tags.size(); i++) {
            if (tags.get(i).getScheme().equals(tags.get(i - 1).getScheme())) {
                assertThat(tags.get(i).getScore())
                        .isLessThanOrEqualTo(tags.get(i - 1).getScore());
            }
        }
    }

    @Test
    void languageAndGenreAreWhatTheSenderDeclares() {
        Article article = Samples.story("A", "B");
        article.setLanguage("PT_br");
        article.setGenre("Analysis");
        assertThat(Samples.codes(article, "language")).containsExactly("pt-BR");
        assertThat(Samples.codes(article, "genre")).containsExactly("analysis");
    }

    @Test
    void articleWithoutTextHasNoGuesses() {
        Article article = Articles.article(null, null, List.of());
        article.setLanguage(null);
        assertThat(Samples.TAGGERS.tag(article, false)).isEqualTo(new Tagging(List.of(), List.of()));
    }

    private static Article soldiersInKursk() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.path("seed/north-korean-soldiers-kursk.txt")).stream()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> body = lines.subList(5, 15).stream()
                .map(line -> line.replaceFirst("^Brussels, Belgium — ", ""))
                .toList();
        Article article = Articles.article(lines.get(0), lines.get(1), body);
        article.setDateline(new Dateline("Brussels, Belgium", List.of("Brussels"), "BE", null, null));
        return article;
    }

    private static void assertTag(Tag tag, String scheme, String code, double score, String method) {
        assertThat(tag.getScheme()).isEqualTo(scheme);
        assertThat(tag.getCode()).isEqualTo(code);
        assertThat(tag.getScore()).isEqualTo(score);
        assertThat(tag.getMethod()).isEqualTo(method);
    }
}
