package dev.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteMarksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "He said “we go now” and left.|we go now",
                "He said \"we go now\" and left.|we go now",
                "Er sagte: „Wir gehen jetzt“, und ging.|Wir gehen jetzt",
                "Er sagte: „Wir gehen jetzt”, und ging.|Wir gehen jetzt",
                "Er sagte: „Wir gehen jetzt\", und ging.|Wir gehen jetzt",
                "Er sagte: »Wir gehen jetzt«, und ging.|Wir gehen jetzt",
                "Il a dit : « On y va » et il part.|On y va",
                "Il a dit : «On y va» et il part.|On y va",
                "Er sagte: ‚Wir gehen jetzt‘ und ging.|Wir gehen jetzt",
                "He said ‘we don’t go’ and left.|we don’t go",
                "He said 'we don't go' and left.|we don't go",
                "He said ``we go now'' and left.|we go now",
                "Han sade: ”Vi går nu” och gick.|Vi går nu",
                "l'\"arbre miracle\" fleurit|arbre miracle",
            })
    void everyKindOfMarkIsPaired(String text, String quoted) {
        assertThat(quoted(text)).containsExactly(quoted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "“He told me ‘go away’ and left,” she said.|He told me ‘go away’ and left,",
                "‘He told me “go away” and left,’ she said.|He told me “go away” and left,",
                "„Er rief ‚geh weg‘ und ging“, sagte sie.|Er rief ‚geh weg‘ und ging",
                "« Il a crié « va-t'en » et puis rien », dit-elle.|Il a crié « va-t'en » et puis rien",
                "\"He told me 'go away' and left,\" she said.|He told me 'go away' and left,",
            })
    void outermostOfNestedPairsCounts(String text, String quoted) {
        assertThat(quoted(text)).containsExactly(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The boys' toys and the girls' books weren't theirs.",
                "It was rock 'n' roll in the '90s, 'twas said.",
                "A 5\" pipe and a 3\" one.",
                "L'homme qu'il a vu n'est pas d'ici.",
                "He’s the one who’d know; James’ brother isn’t.",
                "“”, \"\" and «»",
            })
    void apostrophesInchesAndEmptyPairsAreNone(String text) {
        assertThat(quoted(text)).isEmpty();
    }

    @Test
    void inchMarkWithinAQuotationDoesNotEndIt() {
        assertThat(quoted("\"A 5\" pipe is too small,\" he said. \"Take 6.\""))
                .containsExactly("A 5\" pipe is too small,", "Take 6.");
    }

    @Test
    void possessiveWithinSingleMarksDoesNotEndThem() {
        assertThat(quoted("'The boys' toys are gone,' she said.")).containsExactly("The boys' toys are gone,");
    }

    @Test
    void markThatIsNeverClosedCostsNothingElse() {
        assertThat(quoted("He said “no. Then “yes, we go” was heard.")).containsExactly("yes, we go");
        assertThat(quoted("said\" he. She: \"Yes, we go.\"")).containsExactly("Yes, we go.");
        assertThat(quoted("« A « B » is open.")).contains("B");
    }

    @Test
    void quotationThatGoesOnInTheNextParagraphIsOpen() {
        List<QuoteMarks.Pair> pairs = QuoteMarks.read("She said: “First we go.", 10);
        assertThat(pairs).extracting(QuoteMarks.Pair::isClosed).containsExactly(false);
        assertThat(QuoteMarks.read("“First we go.\n“Then we rest.”", 10))
                .extracting(QuoteMarks.Pair::isClosed)
                .containsExactly(false, true);
    }

    @Test
    void aMillionMarksTakeNoLongerThanTheyAreMany() {
        for (String piece : List.of("«", "“", "„", "\"a 5\" ", "'s ", "s' a ", "``", "» ", "“a” ", "‚")) {
            String text = piece.repeat(200_000 / piece.length());
            long start = System.nanoTime();
            QuoteMarks.read(text, Integer.MAX_VALUE);
            assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
        }
    }

    private static List<String> quoted(String text) {
        return QuoteMarks.read(text, 100).stream()
                .map(pair -> text.substring(pair.start(), pair.end()))
                .toList();
    }
}
