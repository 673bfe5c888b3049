package dev.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuoteOffsetsTest {
    private static final String MARKS = "\"“”„«»‹›‘‚'`’";

    /** Marks, names and verbs in any order, so that any of them may stand at the ends or be missing. */
    @Property(tries = 1500)
    void everyQuoteAndItsSpeakerStandWhereItSays(
            @ForAll("pieces") List<String> first,
            @ForAll("pieces") List<String> second,
            @ForAll("languages") String language) {
        Article article =
                Samples.story(String.join("", second), String.join("", first), String.join("", second), " “No.");
        article.setLanguage(language);
        check(article);
    }

    @Property(tries = 300)
    void anyWordsBetweenMarksBesideASpeakerAreQuotedWhole(@ForAll("words") List<String> words) {
        String said = String.join(" ", words);
        Article article = Samples.story(null, "It rained. “" + said + ",” Mark Rutte said.");
        List<Quote> quotes = check(article);
        assertThat(quotes).hasSize(1);
        assertThat(quotes.get(0).getText()).isEqualTo(said + ",");
        assertThat(quotes.get(0).getSpeakerCode()).isEqualTo("mark-rutte");
    }

    private static List<Quote> check(Article article) {
        Tagging tagging = Samples.TAGGERS.tag(article, true);
        assertThat(tagging.failures()).isEmpty();
        for (Quote quote : tagging.quotes()) {
            String field = field(article, quote.getField());
            assertThat(field.substring(quote.getStart(), quote.getEnd()))
                    .isEqualTo(quote.getText())
                    .isEqualTo(quote.getText().strip())
                    .isNotEmpty();
            assertThat(MARKS).contains(before(field, quote.getStart()));
            check(article, quote.getSpeaker());
            check(article, quote.getCue());
            boolean isTagged = tagging.tags().stream()
                    .anyMatch(tag -> tag.getScheme().equals(quote.getSpeakerScheme())
                            && tag.getCode().equals(quote.getSpeakerCode()));
            assertThat(isTagged).isEqualTo(quote.getSpeakerCode() != null).isEqualTo(quote.getScore() > 0);
        }
        return tagging.quotes();
    }

    private static String before(String field, int start) {
        String before = field.substring(0, start).replace('\u00a0', ' ').strip();
        return before.substring(before.length() - 1);
    }

    private static void check(Article article, Evidence evidence) {
        if (evidence != null) {
            assertThat(field(article, evidence.getField()).substring(evidence.getStart(), evidence.getEnd()))
                    .isEqualTo(evidence.getText())
                    .hasSizeBetween(1, 80);
        }
    }

    private static String field(Article article, String name) {
        return name.equals("headline")
                ? article.getHeadline()
                : article.getBody().get(name.charAt(5) - '0');
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "we",
                        "will",
                        "stay",
                        "don’t",
                        "(really)",
                        "5%",
                        "in",
                        "Paris",
                        "–",
                        "‘home’",
                        "né",
                        "\uD83D\uDEA2",
                        "so:")
                .list()
                .ofMinSize(3)
                .ofMaxSize(20)
                .filter(words -> words.stream().allMatch(word -> !word.equals("–") && !word.equals("\uD83D\uDEA2"))
                        || words.get(0).equals("we"));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "“",
                        "”",
                        "\"",
                        "\"",
                        "„",
                        "“",
                        "«",
                        "»",
                        "« ",
                        " »",
                        "‘",
                        "’",
                        "'",
                        "``",
                        "''",
                        "‚",
                        "‹",
                        "›",
                        "Mark Rutte",
                        " Rutte ",
                        "Angela Merkel",
                        "Siemens AG",
                        " said",
                        " said ",
                        " told ",
                        ": ",
                        ", ",
                        ",",
                        ".",
                        ". ",
                        "? ",
                        "! ",
                        " ",
                        "\n",
                        " he ",
                        "she",
                        " the minister ",
                        "Minister ",
                        " and ",
                        "according to ",
                        "selon ",
                        "sagte ",
                        " dijo ",
                        "a déclaré ",
                        " who ",
                        "We will stay here",
                        "it rains a lot",
                        "5",
                        "'s",
                        "(",
                        ")",
                        " – ",
                        "…",
                        "\u00a0",
                        "É",
                        "中",
                        "\uD83D\uDEA2",
                        "It is so.")
                .list()
                .ofMaxSize(24);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "de", "fr", "es", "pt", "it");
    }
}
