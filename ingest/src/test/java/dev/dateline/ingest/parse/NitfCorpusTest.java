package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real NITF file, field by field against what a plain XPath reading says. */
class NitfCorpusTest {
    static Stream<Path> files() {
        return SharedData.files("wire-formats/nitf").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theArticleSaysWhatTheFileSays(Path file) throws Exception {
        Dom dom = Dom.of(file);
        List<Parsed> parsed = Samples.parse(file);
        String headline = dom.first("//body.head//hl1", "/nitf/head/title");
        if (headline == null && dom.text("//body.content").isEmpty()) {
            assertThat(Samples.rejected(parsed).reason()).contains("no text");
            return;
        }
        Article article = Samples.article(parsed);

        assertThat(article.getHeadlineAsSent()).isEqualTo(headline);
        assertThat(article.getProvenance().getFormat()).isEqualTo("nitf");
        String id = dom.first("//docdata/doc-id/@id-string");
        if (id == null) {
            assertThat(article.getGuid()).matches("[a-z0-9-]+-\\d{4}-\\d\\d-\\d\\d");
        } else {
            assertThat(id).startsWith(article.getGuid());
            assertThat(id.substring(article.getGuid().length())).matches("|_\\d\\d");
        }
        assertThat(article.getVersion()).isEqualTo(dom.first("//docdata/du-key/@version"));
        assertThat(Objects.toString(article.getUrgency(), null)).isEqualTo(dom.first("//docdata/urgency/@ed-urg"));
        assertThat(article.getPubStatus().name())
                .isEqualToIgnoringCase(Objects.requireNonNullElse(dom.first("//docdata/@management-status"), "usable"));
        assertThat(article.getLanguage())
                .isEqualTo(dom.first("/nitf/@baselang", "/nitf/@*[local-name()='lang']", "//lang/@lang"));
        sameTime(article.getVersionCreated(), dom.first("//docdata/date.issue/@norm"), article);
        sameTime(article.getExpires(), dom.first("//docdata/date.expire/@norm"), article);
        assertThat(article.getSubjects())
                .extracting(subject -> subject.getCode())
                .containsAll(dom.all("//tobject.subject/@tobject.subject.refnum"));
        assertThat(article.getRights() == null ? null : article.getRights().getCopyrightHolder())
                .isEqualTo(dom.first("//doc.copyright/@holder", "//doc.rights/@owner", "//rights.owner"));
        assertThat(article.getPlaces()).hasSize(dom.all("//evloc/@*[1]").size());
        assertThat(article.getMedia())
                .hasSize(
                        dom.all("//body.content/media//media-reference/@source").size());
        String standfirst = dom.first("//body.head/abstract");
        if (standfirst != null) {
            assertThat(article.getStandfirst()).isEqualTo(standfirst);
        }
        int letters = Dom.letters(String.join(" ", dom.all("//body.content")));
        assertThat(Dom.letters(String.join("", article.getBody())))
                .as("letters of the body")
                .isBetween((letters - 40) / 2, letters);
    }

    /** The same moment: the digits as written, in the offset that the article carries. */
    private static void sameTime(Instant read, String written, Article article) {
        if (written == null) {
            assertThat(read).isNull();
            return;
        }
        String digits =
                written.replaceFirst("(?<=\\d)(?:Z|[+-]\\d\\d:?\\d\\d)$", "").replaceAll("\\D", "");
        String zone = written.replaceFirst(".*\\d{2}:?\\d{2}(?::?\\d{2})?(Z|[+-]\\d\\d:?\\d\\d)$", "$1");
        var local = read.atOffset(java.time.ZoneOffset.of(
                zone.equals(written) ? article.getUtcOffset() : zone.replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2")));
        assertThat(local.format(java.time.format.DateTimeFormatter.ofPattern("yyyyMMddHHmmss")))
                .startsWith(digits.substring(0, Math.min(14, digits.length())));
    }
}
