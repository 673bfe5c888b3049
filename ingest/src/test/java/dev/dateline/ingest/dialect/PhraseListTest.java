package dev.dateline.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseListTest {
    private static final PhraseList PHRASES = new PhraseList(
            List.of("not for publication", "ej för publicering", "öffentlich", "ežerų", "не для печати"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "— not for publication",
                "— NOT FOR PUBLICATION",
                "— nOt For Publication",
                "— EJ FÖR PUBLICERING",
                "— ÖFFENTLICH",
                "— eŽERŲ",
                "— Не для печати"
            })
    void phraseIsFoundInAnyCase(String text) {
        assertThat(PHRASES.firstIn(text)).isEqualTo(2);
    }

    @Property(tries = 2_000)
    void firstPhraseIsWhereASearchForEachFindsIt(
            @ForAll @Size(max = 4)
                    List<@CharRange(from = 'a', to = 'c') @StringLength(min = 3, max = 5) String> phrases,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String text) {
        int expected = phrases.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        assertThat(new PhraseList(phrases).firstIn(text)).isEqualTo(expected);
    }
}
