package dev.dateline.enrich.taggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void evidenceOfRealArticlesIsExact() {
        for (String file : List.of("reuters-places", "bbc-topics", "masakhanews-fra-topics", "sib200-language")) {
            List<Labelled> all = Labelled.read(SharedData.path("labelled/" + file + ".jsonl.gz"));
            for (int i = 0; i < all.size(); i += 1 + all.size() / 500) {
                check(all.get(i).article());
            }
        }
    }

    @Property(tries = 300)
    void evidenceOfAnyTextIsExact(@ForAll String headline, @ForAll List<String> body) {
        check(Articles.article(headline + " U.S. <ABC.L> Paris, Texas", null, body));
    }

    /** Pieces that the taggers of names look at, in any order: brackets, particles, halves of names, ends of passages. */
    @Property(tries = 500)
    void evidenceOfAnyNamesIsExact(@ForAll("names") List<String> pieces, @ForAll("languages") String language) {
        String text = String.join("", pieces);
        Article article = Articles.article(text, null, List.of(text + " ", " " + text));
        article.setLanguage(language);
        check(article);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "Mark ",
                        "Rutte",
                        "Mr. ",
                        "President ",
                        "von ",
                        "der ",
                        "Leyen",
                        "-",
                        "kuo",
                        "J. ",
                        "M. ",
                        " and ",
                        "Co",
                        " AG",
                        " <SIEG.DE>",
                        " (AAPL.O)",
                        " (IAEA)",
                        "Bank ",
                        "of ",
                        "England",
                        "UN",
                        "dpa",
                        ", ",
                        "45",
                        ",",
                        " said ",
                        "The ",
                        "Goldman",
                        "\n",
                        "  ",
                        "'s ",
                        "’",
                        "&",
                        "(",
                        ")",
                        "<",
                        ">",
                        ".",
                        "Paris",
                        " who ",
                        "chief ",
                        "É",
                        "ß",
                        "中",
                        "Banque ",
                        "Banco ",
                        "for the ",
                        "Datron ",
                        "shares of ")
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "de", "fr", "es");
    }

    private static void check(Article article) {
        Tagging tagging = Samples.TAGGERS.tag(article, true);
        assertThat(tagging.failures()).isEmpty();
        for (Tag tag : tagging.tags()) {
            assertThat(tag.getScore()).isBetween(0.0, 1.0);
            assertThat(tag.getEvidence()).hasSizeLessThanOrEqualTo(4);
            for (Evidence evidence : tag.getEvidence()) {
                String field = field(article, evidence.getField());
                assertThat(field.substring(evidence.getStart(), evidence.getEnd()))
                        .isEqualTo(evidence.getText())
                        .hasSizeBetween(1, 80);
            }
        }
    }

    private static String field(Article article, String name) {
        if (name.startsWith("body[")) {
            return article.getBody().get(Integer.parseInt(name.substring(5, name.length() - 1)));
        }
        return switch (name) {
            case "headline" -> article.getHeadline();
            case "dateline" -> article.getDateline().getText();
            default -> throw new AssertionError("unexpected field " + name);
        };
    }
}
