package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real NewsML 1 file, field by field against what a plain XPath reading says. */
class NewsMl1CorpusTest {
    static Stream<Path> files() {
        return SharedData.files("wire-formats/newsml-1.2").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theArticlesSayWhatTheFileSays(Path file) throws Exception {
        Dom dom = Dom.of(file);
        List<Parsed> parsed = Samples.parse(file);
        assertThat(parsed).isNotEmpty().allMatch(one -> one instanceof Parsed.Accepted);
        for (Parsed one : parsed) {
            Article article = ((Parsed.Accepted) one).article();
            String itemId = dom.text("//NewsItemId").replaceFirst("-v\\d+$", "");
            assertThat(article.getGuid()).contains(itemId).doesNotContain(itemId + ":" + dom.text("//RevisionId"));
            assertThat(article.getVersion()).isEqualTo(dom.text("//RevisionId"));
            sameTime(article.getFirstCreated(), dom.text("//FirstCreated"), article);
            sameTime(article.getVersionCreated(), dom.text("//ThisRevisionCreated"), article);
            List<String> headlines =
                    dom.all("//NewsLines/*[local-name()='HeadLine' or local-name()='Headline'] | //hl1");
            if (headlines.isEmpty()) {
                assertThat(article.getHeadline()).isNull();
            } else {
                assertThat(headlines).contains(article.getHeadlineAsSent());
            }
            String urgency = dom.text("//NewsManagement/Urgency/@FormalName");
            assertThat(article.getUrgency()).isEqualTo(urgency.matches("\\d") ? Integer.valueOf(urgency) : null);
            assertThat(article.getPubStatus().name()).isEqualTo("USABLE");
            assertThat(article.getSubjects())
                    .extracting(subject -> subject.getCode())
                    .doesNotHaveDuplicates()
                    .containsAll(dom.all("//SubjectCode/*/@FormalName"));
            List<String> datelines = dom.all("//NewsLines/DateLine");
            if (!datelines.isEmpty() && datelines.get(0).matches("\\D.*\\p{L}{4}.*")) {
                assertThat(datelines.get(0)).startsWith(article.getDateline().getText());
            }
            List<String> languages = dom.all("//@*[local-name()='lang'] | //Language/@FormalName");
            assertThat(languages).contains(article.getLanguage());
            assertThat(
                            article.getRights() == null
                                    ? ""
                                    : String.valueOf(article.getRights().getCopyrightNotice()))
                    .isEqualTo(dom.first("//CopyrightLine") == null ? noNotice(article) : dom.text("//CopyrightLine"));
            assertThat(article.getBody()).isNotEmpty();
        }
    }

    @Test
    void theSameStoryInTwoLanguagesIsTwoArticles() {
        List<Parsed> parsed = files().filter(file -> file.toString().endsWith("belga_newsml_1_2.xml"))
                .map(Samples::parse)
                .findFirst()
                .orElseThrow();

        assertThat(parsed)
                .map(one -> ((Parsed.Accepted) one).article().getGuid())
                .map(guid -> guid.replaceFirst(".*#", ""))
                .containsExactly("nl", "fr");
    }

    private static String noNotice(Article article) {
        return article.getRights() == null ? "" : "null";
    }

    private static void sameTime(Instant read, String written, Article article) {
        String offset = written.matches(".*[+-]\\d{4}")
                ? written.substring(written.length() - 5).replaceFirst("(\\d\\d)$", ":$1")
                : article.getUtcOffset();
        assertThat(read.atOffset(ZoneOffset.of(offset)).format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")))
                .isEqualTo(written.substring(0, 15));
    }
}
