package dev.dateline.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ab", "a?b", "(?:ab|b)c?", "b.*", ".*c", "[bé]a", "(?=a)ab", "(a)\\1", "", "a{2}b", "\\ba", "é"})
    void knownIsWhatTheExpressionMatches(String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Senders senders = new Senders(List.of(pattern));

        for (String name : List.of("", "a", "b", "AB", "abc", "bca", "aa", "aab", "éa", "ÉA", "ba", "É", "c", " ab")) {
            assertThat(senders.know(List.of(name)))
                    .as("%s of %s", name, expression)
                    .isEqualTo(pattern.matcher(name).matches());
        }
    }

    @Property(tries = 1_000)
    void oneNameAndOneExpressionAreEnough(
            @ForAll @Chars({'a', 'b', 'é', ':'}) @StringLength(max = 5) String one,
            @ForAll @Chars({'a', 'b', 'é', ':'}) @StringLength(max = 5) String other) {
        List<Pattern> patterns = List.of(Pattern.compile("a+b.*"), Pattern.compile("b:|:é?"), Pattern.compile("éa*"));
        List<String> names = List.of(one, other);

        boolean matched = patterns.stream().anyMatch(pattern -> names.stream()
                .anyMatch(name -> pattern.matcher(name).matches()));

        assertThat(new Senders(patterns).know(names)).isEqualTo(matched);
    }
}
