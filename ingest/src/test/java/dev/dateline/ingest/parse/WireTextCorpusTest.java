package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of the older formats: where each field stands in the file was read by eye, and by its line number here. */
class WireTextCorpusTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            iptc-7901/superdesk-belga/ats.txt                  | bsf025-2018-12-09   | 8  | 3 | 2018-12-09T11:23:00Z | Paris       | NEW    | -            | 10
            iptc-7901/superdesk-belga/dpa.txt                  | eca00075-2018-12-10 | 6  | 3 | 2018-12-10T11:37:00Z | Luxembourg  | UPDATE | Helen Maguire | 9
            iptc-7901/superdesk-core/IPTC7901_odd_charset.txt  | eca100-2015-10-07   | 5  | 3 | 2015-10-07T13:41:00Z | Munich      | UPDATE | Manuel Schwarz | 8
            iptc-7901/superdesk-core/dpa_two_line.txt          | eca0124-2018-11-21  | 5  | 3 | 2018-11-21T21:01:00Z | Washington  | ALERT  | -            | 7
            iptc-7901/superdesk-core/dpa_two_by_line.txt       | ecp0007-2018-11-21  | 4  | 4 | 2018-11-21T11:59:00Z | San Diego   | NEW    | Tom Krasovic | 7
            anpa-1312/superdesk-belga/kyodo.txt                | bc-soccer-emperors-cup-2018-12-09 | 4 | 3 | 2018-12-09T12:37:00Z | Saitama | NEW | - | 5
            anpa-1312/superdesk-core/anpa-1.tst                | bc-lt-argentina-cancer-beauty-2013-11-13 | 4 | 1 | 2013-11-13T15:09:00Z | Buenos Aires | NEW | PAUL BYRNE | 9
            anpa-1312/superdesk-core/ap_anpa-3.tst             | bc-us-giant-lobster-death-2016-08-29 | 4 | 4 | 2016-08-29T16:26:00Z | Chatham | UPDATE | - | 6
            anpa-1312/superdesk-core/ap_anpa-5.tst             | W1645-2017-06-29    | -  | 2 | 2017-06-29T23:50:00Z | Honolulu    | ALERT  | -            | 4
            wire-plain-text/superdesk-aap/asianet_6.tst        | PR67266             | 3  | - | -                    | London      | NEW    | -            | 7
            wire-plain-text/superdesk-aap/asianet_9.tst        | PR67278             | 3  | - | -                    | Beijing     | NEW    | -            | 7
            wire-plain-text/superdesk-aap/1487e8f1-f7f5-40f5-8c0f-0eba3c2e162d.tst | legionella-bc1-2025-06-01 | 4 | - | - | Brisbane | NEW | - | 9
            """)
    void theArticleSaysWhatTheFileSays(
            String name,
            String guid,
            Integer headlineLine,
            Integer urgency,
            String versionCreated,
            String place,
            Signal signal,
            String byline,
            int textLine)
            throws Exception {
        Path file = file(name);
        List<String> lines = lines(file);
        Article article = Samples.article(Samples.parse(file));

        assertThat(article.getGuid()).isEqualTo(guid);
        if (headlineLine == null) {
            assertThat(article.getHeadline()).isNull();
        } else {
            assertThat(lines.get(headlineLine - 1)).contains(article.getHeadline());
            assertThat(lines.get(headlineLine - 1).length()
                            - article.getHeadline().length())
                    .isLessThanOrEqualTo(3);
        }
        assertThat(article.getUrgency()).isEqualTo(urgency);
        assertThat(
                        article.getVersionCreated() == null
                                ? null
                                : article.getVersionCreated().toString())
                .isEqualTo(versionCreated);
        assertThat(article.getDateline().getPlaces()).contains(place);
        assertThat(article.getSignal()).isEqualTo(signal);
        assertThat(article.getBylines().stream().findFirst().orElse(null)).isEqualTo(byline);
        assertThat(lines.get(textLine - 1))
                .contains(firstWords(article.getBody().get(0)));
        assertThat(article.getBody()).noneMatch(paragraph -> paragraph.contains("@"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email/superdesk-core/simple_email.txt           | 2015-02-19T06:18:40Z | 1 | 0
            email/superdesk-core/composite_email.txt        | 2015-03-03T00:27:36Z | 1 | 1
            email/superdesk-belga/email_attachment_belga.txt| 2019-07-05T10:08:08Z | 1 | 0
            """)
    void aMailIsAnArticleWithoutAddresses(String name, String date, int paragraphs, int media) throws Exception {
        Article article = Samples.article(Samples.parse(file(name)));
        String subject = lines(file(name)).stream()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow();

        assertThat(subject).endsWith(article.getHeadline());
        assertThat(article.getVersionCreated()).hasToString(date);
        assertThat(article.getBody()).hasSize(paragraphs);
        assertThat(article.getMedia()).hasSize(media);
        assertThat(article.getGuid()).contains("@");
        assertThat(article.toString().replace(article.getGuid(), "")).doesNotContainPattern("[\\w.]+@\\w+\\.\\w");
    }

    private static String firstWords(String paragraph) {
        List<String> words = List.of(paragraph.split(" "));
        return String.join(" ", words.subList(0, Math.min(4, words.size())));
    }

    private static Path file(String name) {
        return SharedData.files("wire-formats/" + name.replaceFirst("/[^/]*$", "")).stream()
                .filter(file -> file.toString().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Path file) throws Exception {
        return DecodedText.of(Files.readAllBytes(file), null)
                .text()
                .lines()
                .map(PlainText::clean)
                .toList();
    }
}
