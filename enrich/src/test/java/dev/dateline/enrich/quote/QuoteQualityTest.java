package dev.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.taggers.Labelled;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Article;
import dev.dateline.model.Quote;
import dev.dateline.model.SharedData;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many quotations of real articles get a speaker; whether it is the right one was read by hand, see docs/tagging.md. */
class QuoteQualityTest {
    private static final int FEWEST_WORDS = 4;

    @ParameterizedTest
    @CsvSource({
        "bbc-topics, 0.88, 0.48",
        "masakhanews-eng-topics, 0.83, 0.46",
        "masakhanews-fra-topics, 0.73, 0.33",
        "reuters-places, 0.87, 0.50"
    })
    void quotationsOfFourWordsOrMoreHaveASpeaker(String file, double fewestKept, double fewestSpoken) {
        int pairs = 0;
        int kept = 0;
        int spoken = 0;
        for (Labelled labelled : Labelled.read(SharedData.path("labelled/" + file + ".jsonl.gz"))) {
            Article article = labelled.article();
            Map<String, Quote> quotes = Samples.TAGGERS.tag(article, true).quotes().stream()
                    .collect(Collectors.toMap(quote -> quote.getField() + ":" + quote.getStart(), Function.identity()));
            for (int i = 0; i < article.getBody().size(); i++) {
                String text = article.getBody().get(i);
                for (QuoteMarks.Pair pair : QuoteMarks.read(text, QuoteReader.MOST_QUOTES)) {
                    String words = text.substring(pair.start(), pair.end());
                    if (!pair.isClosed() || words.split("\\s+").length < FEWEST_WORDS) {
                        continue;
                    }
                    Quote quote = quotes.get("body[" + i + "]:" + pair.start());
                    pairs++;
                    kept += quote == null ? 0 : 1;
                    spoken += quote == null || quote.getSpeakerCode() == null ? 0 : 1;
                }
            }
        }
        System.out.printf(
                "%s: %d quotations of %d words or more, %.3f of them quotes, %.3f with a speaker%n",
                file, pairs, FEWEST_WORDS, (double) kept / pairs, (double) spoken / pairs);
        assertThat((double) kept / pairs).isGreaterThan(fewestKept);
        assertThat((double) spoken / pairs).isGreaterThan(fewestSpoken);
    }
}
