package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StemsTest {
    @Test
    void longerStemOfAnotherRuleHidesNothing() {
        Stems stems = new Stems(List.of("elect*", "electric* car*"));
        assertThat(stems.expand(Map.of("elect*", "vote"))).containsOnlyKeys("elect*", "electric*");
    }

    @Test
    void wordsOfOtherPhrasesAreCoveredToo() {
        Stems stems = new Stems(List.of("film* festival", "film"));
        assertThat(stems.expand(Map.of("film* festival", "culture", "film", "cinema")))
                .containsEntry("film festival", "culture")
                .containsEntry("film", "cinema");
    }

    @Test
    void phraseWithMoreLettersOfItsOwnHolds() {
        Stems stems = new Stems(List.of("art*", "artist*", "artistic"));
        assertThat(stems.expand(Map.of("art*", 1, "artist*", 2)))
                .containsEntry("artist*", 2)
                .containsEntry("artistic", 2);
    }

    @Test
    void spellingHasNeitherCaseNorAccentsNorPoints() {
        assertThat(Stems.spelling("U.S. Élection*")).isEqualTo("us election*");
    }
}
