package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void caseAccentsAndPointsDoNotMatter() {
        Words words = new Words();
        int paulo = words.add("São");
        int us = words.add("U.S.");
        words.freeze();

        assertThat(word(words, "SAO")).isEqualTo(paulo);
        assertThat(word(words, "US")).isEqualTo(us);
        assertThat(word(words, "u.s.")).isEqualTo(us);
        assertThat(word(words, "saos")).isEqualTo(Words.UNKNOWN);
    }

    @Test
    void longestStemIsFoundBesideTheWord() {
        Words words = new Words();
        int stem = words.add("elect*");
        int longer = words.add("elector*");
        int whole = words.add("electoral");
        words.freeze();

        assertThat(stem(words, "election")).isEqualTo(stem);
        assertThat(stem(words, "electoral")).isEqualTo(longer);
        assertThat(word(words, "electoral")).isEqualTo(whole);
        assertThat(stem(words, "elec")).isEqualTo(Words.UNKNOWN);
        assertThat(stem(words, "elect")).isEqualTo(stem);
    }

    @Property(tries = 1_000)
    void everyWordIsFoundAndNoOther(
            @ForAll List<@CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 5) String> known,
            @ForAll List<@CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 5) String> asked) {
        Words words = new Words();
        Map<String, Integer> numbers = new HashMap<>();
        known.forEach(word -> numbers.put(word, words.add(word)));
        words.freeze();

        known.forEach(word -> assertThat(word(words, word)).isEqualTo(numbers.get(word)));
        asked.forEach(word -> assertThat(word(words, word)).isEqualTo(numbers.getOrDefault(word, Words.UNKNOWN)));
    }

    private static int word(Words words, String text) {
        return scan(words, text).word();
    }

    private static int stem(Words words, String text) {
        return scan(words, text).stem();
    }

    private static WordScan scan(Words words, String text) {
        WordScan scan = new WordScan(text.toCharArray(), words);
        assertThat(scan.next()).isTrue();
        assertThat(scan.end()).isEqualTo(text.length());
        return scan;
    }
}
