package dev.dateline.enrich.taggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.Subject;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void sendersCodesStandOnOneSideAndTheTextOnTheOther() {
        Article article = coded();

        Comparison comparison = Samples.TAGGERS.compare(article);

        assertThat(codes(comparison.wanted(), "country")).containsExactly("CL");
        assertThat(codes(comparison.wanted(), "medtop")).containsExactly("16000000", "20000056", "20000062");
        assertThat(codes(comparison.got(), "country")).containsExactly("PE");
        assertThat(codes(comparison.got(), "medtop")).doesNotContain("20000062");
        assertThat(comparison.hasText()).isTrue();
    }

    @Test
    void textIsTaggedAsWithTheCodesIgnored() {
        Article article = coded();
        article.setLanguage(null);

        assertThat(Samples.TAGGERS.compare(article).found()).isEqualTo(Samples.TAGGERS.tag(article, true));
    }

    @Test
    void declaredLanguageIsNoEvidenceOfItself() {
        Article article = Samples.story(
                "Regierung beschließt Haushalt",
                "Die Bundesregierung hat am Mittwoch den Haushalt für das Jahr beschlossen.");
        article.setLanguage("fr-CA");

        Comparison comparison = Samples.TAGGERS.compare(article);

        assertThat(codes(comparison.wanted(), "language")).containsExactly("fr-CA");
        assertThat(codes(comparison.got(), "language")).containsExactly("de");
    }

    @Test
    void articleWithoutTextHasNone() {
        assertThat(Samples.TAGGERS
                        .compare(Articles.article(null, null, List.of()))
                        .hasText())
                .isFalse();
    }

    private static Article coded() {
        Article article = Samples.story(
                "Harvest fails in Peru", "Farmers in Peru lost their crops, the government in Lima said on Monday.");
        article.setSubjects(List.of(
                Subject.newBuilder().setScheme("medtop").setCode("20000062").build()));
        article.setPlaces(Articles.ofChileFromLima());
        return article;
    }

    private static List<String> codes(List<Tag> tags, String scheme) {
        return tags.stream()
                .filter(tag -> tag.getScheme().equals(scheme))
                .map(Tag::getCode)
                .toList();
    }
}
