package dev.dateline.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same 99 sentences in ten languages, none declared: what is found in the English ones is looked for in the others. */
class TranslatedNamesTest {
    @ParameterizedTest
    @CsvSource({
        "deu_Latn, 0.7",
        "fra_Latn, 0.7",
        "spa_Latn, 0.8",
        "por_Latn, 0.8",
        "ita_Latn, 0.8",
        "rus_Cyrl, 0.55",
        "arb_Arab, 0.6",
        "zho_Hans, 0.85",
        "jpn_Jpan, 0.65"
    })
    void countriesAreThoseOfTheEnglishSentence(String file, double floor) throws IOException {
        Map<String, Set<String>> english = countries("eng_Latn");
        Map<String, Set<String>> other = countries(file);
        int wanted = 0;
        int found = 0;
        int more = 0;
        for (Map.Entry<String, Set<String>> sentence : english.entrySet()) {
            Set<String> here = other.get(sentence.getKey());
            wanted += sentence.getValue().size();
            found += (int) sentence.getValue().stream().filter(here::contains).count();
            more += (int) here.stream()
                    .filter(code -> !sentence.getValue().contains(code))
                    .count();
        }
        System.out.printf("%s: %d of %d countries of the English sentences, %d others%n", file, found, wanted, more);
        assertThat((double) found / wanted).isGreaterThan(floor);
        assertThat(more).isLessThanOrEqualTo(3);
    }

    @Test
    void declaredLanguageIsTakenAtItsWord() {
        Article article = Samples.story("Parigi e Londra", "Gli incontri di Parigi e di Londra sono finiti.");
        article.setLanguage("en");
        assertThat(Samples.codes(article, PlaceTagger.SCHEME)).isEmpty();
    }

    private static Map<String, Set<String>> countries(String file) throws IOException {
        Map<String, Set<String>> countries = new HashMap<>();
        try (ZipFile zip = new ZipFile(SharedData.path("language/sib-200.zip").toFile())) {
            String name = zip.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.endsWith(file + ".tsv"))
                    .findFirst()
                    .orElseThrow();
            String text = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(row -> countries.put(row[0], countriesOf(row[2])));
        }
        return countries;
    }

    private static Set<String> countriesOf(String sentence) {
        Article article = Articles.article(null, null, List.of(sentence));
        article.setLanguage(null);
        return Samples.TAGGERS.tag(article, true).tags().stream()
                .filter(tag -> tag.getScheme().equals(CountryTagger.SCHEME))
                .map(Tag::getCode)
                .collect(Collectors.toSet());
    }
}
