package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import org.junit.jupiter.api.Test;

/** A story in the shape of LSEG's Machine Readable News, written for this test. */
class MrnStoryTest {
    static final String STORY = """
            {"altId": "nXX1000001", "audiences": ["NP:E"], "body": "LERWICK, Nov 5 (Reuters) - Ferries to the islands sail again after three days.\\n\\nTwo more were to follow at noon. \\n\\n(Reporting by Test Writer; Editing by Another)\\n", "firstCreated": "2025-11-05T09:00:00.000Z", "headline": "UPDATE 1-Ferries to Shetland sail again", "id": "XX1000001__1", "instancesOf": [], "language": "en", "messageType": 2, "mimeType": "text/plain", "provider": "NS:RTRS", "pubStatus": "stat:usable", "subjects": ["N2:GB", "N2:SHIP", "R:FERY.L", "M:1QD"], "takeSequence": 2, "urgency": 3, "versionCreated": "2025-11-05T09:30:00.000Z"}
            """;

    @Test
    void theFieldsOfAStoryAreRead() {
        Article article = Samples.article(STORY);

        assertThat(article.getProvenance().getFormat()).isEqualTo("mrn");
        assertThat(article.getProvenance().getDialect()).isEqualTo("reuters");
        assertThat(article.getGuid()).isEqualTo("nXX1000001");
        assertThat(article.getVersion()).isEqualTo("2");
        assertThat(article.getOrder().getTime())
                .isEqualTo(article.getVersionCreated().toEpochMilli());
        assertThat(article.getHeadline()).isEqualTo("Ferries to Shetland sail again");
        assertThat(article.getSignal()).isEqualTo(Signal.UPDATE);
        assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
        assertThat(article.getDateline().getPlaces()).containsExactly("Lerwick");
        assertThat(article.getBody())
                .hasSize(2)
                .first()
                .isEqualTo("Ferries to the islands sail again after three days.");
        assertThat(article.getSubjects())
                .extracting(subject -> subject.getScheme() + ":" + subject.getCode())
                .containsExactly("N2:GB", "N2:SHIP", "R:FERY.L", "M:1QD");
    }

    @Test
    void urgencyOneIsAnAlert() {
        Article article = Samples.article(STORY.replace("\"urgency\": 3", "\"urgency\": 1")
                .replace("UPDATE 1-", "")
                .replaceFirst("\"body\": \"[^\"]*\"", "\"body\": \"\""));

        assertThat(article.getSignal()).isEqualTo(Signal.ALERT);
        assertThat(article.getSignalMarker()).isEqualTo("urgency 1");
    }

    @Test
    void storiesOfTheArchiveLieInItsItems() {
        assertThat(Samples.article("{\"Items\": [{\"guid\": \"x\", \"data\": " + STORY + "}]}")
                        .getGuid())
                .isEqualTo("nXX1000001");
    }
}
