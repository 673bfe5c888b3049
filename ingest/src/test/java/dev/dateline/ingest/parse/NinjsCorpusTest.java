package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real ninjs file, field by field against what a plain reading of the JSON says. */
class NinjsCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> files() {
        return SharedData.files("wire-formats/ninjs").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyObjectIsAnArticleThatSaysWhatTheFileSaysOrHasAReason(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Parsed> parsed = Assertions.assertTimeout(Duration.ofSeconds(1), () -> Samples.parse(bytes));

        JsonNode node = JSON.readTree(bytes);
        JsonNode item = node.path("item").isArray() ? node.path("item").get(0) : node;
        assertThat(parsed).hasSize(1);
        if (parsed.get(0) instanceof Parsed.Accepted accepted) {
            assertThat(item.path("type").asText()).isNotIn("event", "planning");
            compare(accepted.article(), item, file.getFileName().toString());
        } else {
            assertThat(((Parsed.Rejected) parsed.get(0)).reason()).isNotBlank();
            boolean calendar =
                    List.of("event", "planning").contains(item.path("type").asText());
            assertThat(!calendar
                            && Stream.of("headline", "headlines", "bodies", "body_text", "body_html")
                                    .anyMatch(item::has))
                    .isFalse();
        }
    }

    @Test
    void mostAreArticles() {
        assertThat(files().flatMap(file -> Samples.parse(file).stream()).filter(Parsed.Accepted.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(44);
    }

    private static void compare(Article article, JsonNode item, String file) {
        assertThat(article.getGuid()).isEqualTo(first(item, "uri", "guid"));
        assertThat(article.getVersion()).isEqualTo(first(item, "version"));
        assertThat(article.getPubStatus().name())
                .isEqualToIgnoringCase(
                        item.path("pubstatus").asText(item.path("pubStatus").asText("usable")));
        String created = first(item, "versioncreated", "versionCreated");
        assertThat(article.getVersionCreated())
                .isEqualTo(created == null || !created.matches("\\d{4}-.*T.*") ? null : instant(created));
        assertThat(article.getLanguage()).isEqualTo(first(item, "language"));
        assertThat(article.getUrgency())
                .isEqualTo(
                        item.has("urgency")
                                ? Integer.valueOf(item.get("urgency").asInt())
                                : null);
        assertThat(article.getSlugline()).isEqualTo(first(item, "slugline"));
        String headline = item.has("headlines")
                ? item.get("headlines").get(0).path("value").asText()
                : first(item, "headline", "headline_main", "title");
        assertThat(article.getHeadlineAsSent())
                .isEqualTo(
                        headline == null
                                ? null
                                : headline.replaceAll("\\s+", " ").strip());
        int concepts = Stream.of(
                        "subject",
                        "subjects",
                        "person",
                        "people",
                        "organisation",
                        "organisations",
                        "event",
                        "events",
                        "object",
                        "objects")
                .mapToInt(name -> item.path(name).size())
                .sum();
        assertThat(article.getSubjects()).hasSize(concepts);
        int located = item.hasNonNull("located") ? 1 : 0;
        assertThat(article.getPlaces())
                .hasSize(item.path("place").size() + item.path("places").size() + located);
        String declared = item.path("standard").path("version").asText("");
        assertThat(article.getProvenance().getFormatVersion())
                .startsWith(declared.isEmpty() ? majorOf(file) : declared);
        assertThat(article.getProvenance().getFormat()).isEqualTo("ninjs");
    }

    /** The folder names its files after the version of ninjs that they follow. */
    private static String majorOf(String file) {
        return file.matches("[123]_\\d.*") ? file.substring(0, 1) : "";
    }

    private static Instant instant(String written) {
        String iso = written.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static String first(JsonNode item, String... names) {
        return Stream.of(names)
                .filter(item::hasNonNull)
                .map(name -> item.get(name).asText().replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
