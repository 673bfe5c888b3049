package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All real files at once: none is lost, none is slow, and nothing leaves that tells how to reach somebody. */
class WireFilesTest {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-zA-Z]{2,}");
    /** Numbers as the files give them behind a word for telephone, and in the contacts of dpa, NTB and Ritzau. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?i)(?:tel\\.?|phone|telefon|puh\\.?|mobil\\w*)[:.>\\s]{1,4}(\\+?[\\d ()/-]{7,20}\\d)|(\\+49[ -]?30[ -]?2852[ -]?\\d+)");

    static Stream<Path> files() {
        return SharedData.files("wire-formats").stream()
                .filter(file -> !file.toString().endsWith("MANIFEST.tsv"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsArticlesOrHasAReason(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        List<Parsed> parsed = Assertions.assertTimeout(Duration.ofSeconds(1), () -> Samples.parse(bytes));

        assertThat(parsed).isNotEmpty().allSatisfy(one -> {
            if (one instanceof Parsed.Rejected rejected) {
                assertThat(rejected.reason()).isNotBlank().doesNotContain("\n").doesNotContain("reading failed");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void noAddressAndNoTelephoneNumberLeavesIt(Path file) throws Exception {
        String raw = DecodedText.of(Files.readAllBytes(file), null).text();
        List<String> numbers = TELEPHONE
                .matcher(raw)
                .results()
                .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                .map(WireFilesTest::digits)
                .filter(digits -> digits.length() >= 7)
                .toList();
        for (Parsed one : Samples.parse(file)) {
            if (one instanceof Parsed.Accepted accepted) {
                Article article = accepted.article();
                String text = article.toString().replace(article.getGuid(), "");
                assertThat(text).doesNotContainPattern(ADDRESS);
                String words = article.getBody() + " " + article.getEdNote() + " " + article.getChangeNote() + " "
                        + article.getStandfirst() + " " + article.getBylines() + " " + article.getCredit();
                numbers.forEach(number -> assertThat(digits(words)).doesNotContain(number));
            } else {
                assertThat(((Parsed.Rejected) one).reason()).doesNotContainPattern(ADDRESS);
            }
        }
    }

    @Test
    void packagesConceptsEventsAndPlansAreToldApart() {
        Map<String, Integer> kinds = new TreeMap<>();
        files().flatMap(file -> Samples.parse(file).stream())
                .filter(Parsed.Rejected.class::isInstance)
                .map(one -> ((Parsed.Rejected) one).reason())
                .forEach(reason -> Stream.of(
                                "package",
                                "concept,",
                                "list of concepts",
                                "catalogue",
                                "planning",
                                "event,",
                                "events or sports")
                        .filter(reason::contains)
                        .forEach(kind -> kinds.merge(kind, 1, Integer::sum)));

        assertThat(kinds)
                .containsEntry("package", 5)
                .containsEntry("concept,", 5)
                .containsEntry("list of concepts", 1)
                .containsEntry("catalogue", 1)
                .containsEntry("planning", 4)
                .containsEntry("event,", 4)
                .containsEntry("events or sports", 2);
    }

    private static String digits(String text) {
        return text.replaceAll("[^\\d]", "");
    }
}
