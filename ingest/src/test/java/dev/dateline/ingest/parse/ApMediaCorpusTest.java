package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real item of the AP Media API, field by field against its JSON. */
class ApMediaCorpusTest {
    static Stream<Path> files() {
        return SharedData.files("wire-formats/ap-media-json").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theArticleSaysWhatTheItemSays(Path file) throws Exception {
        JsonNode data = new ObjectMapper().readTree(file.toFile()).path("data");
        JsonNode item =
                data.has("item") ? data.get("item") : data.path("items").get(0).get("item");
        Article article = Samples.article(Samples.parse(file));

        assertThat(article.getGuid())
                .isEqualTo(item.path("altids").path("itemid").asText());
        assertThat(article.getVersion()).isEqualTo(item.path("version").asText());
        assertThat(article.getOrder().getNumber())
                .isEqualTo(item.path("version").asLong());
        assertThat(article.getHeadlineAsSent()).isEqualTo(text(item, "headline"));
        assertThat(article.getSlugline()).isEqualTo(text(item, "slugline"));
        assertThat(article.getLanguage()).isEqualTo(text(item, "language"));
        assertThat(article.getUrgency())
                .isEqualTo(
                        item.has("urgency")
                                ? Integer.valueOf(item.get("urgency").asInt())
                                : null);
        assertThat(article.getVersionCreated())
                .isEqualTo(Instant.parse(item.path("versioncreated").asText()));
        assertThat(article.getFirstCreated())
                .isEqualTo(Instant.parse(item.path("firstcreated").asText()));
        assertThat(article.getStandfirst()).isEqualTo(text(item, "description_summary"));
        assertThat(article.getRights().getCopyrightNotice()).isEqualTo(text(item, "copyrightnotice"));
        assertThat(article.getRights().getUsageTerms()).startsWith(text(item.path("usageterms"), 0));
        assertThat(article.getSubjects())
                .hasSizeGreaterThanOrEqualTo(item.path("subject").size());
        assertThat(article.getSubjects()).allSatisfy(subject -> {
            if (!List.of("person", "organisation", "event").contains(String.valueOf(subject.getType()))
                    && subject.getCode() != null
                    && !"suppcategory".equals(subject.getRel())) {
                assertThat(subject.getScheme()).isIn("http://cv.ap.org/id/", "a1312cat");
            }
        });
        if (item.path("datelinelocation").has("geometry_geojson")) {
            assertThat(article.getPlaces().get(0).getName())
                    .isEqualTo(item.path("datelinelocation").path("city").asText());
            assertThat(article.getPlaces().get(0).getLatitude())
                    .isEqualTo(item.path("datelinelocation")
                            .path("geometry_geojson")
                            .path("coordinates")
                            .get(1)
                            .asDouble());
        }
        if (item.path("slugline").asText().contains("Ld-Writethru")) {
            assertThat(article.getSignal()).isEqualTo(Signal.UPDATE);
            assertThat(article.getSignalMarker()).contains("Ld-Writethru");
        }
        if (item.has("description_caption")) {
            assertThat(article.getMedia().get(0).getCaption()).isEqualTo(text(item, "description_caption"));
        }
    }

    private static String text(JsonNode item, String field) {
        return item.hasNonNull(field) ? PlainText.orNull(item.get(field).asText()) : null;
    }

    private static String text(JsonNode list, int at) {
        return PlainText.clean(list.get(at).asText());
    }
}
