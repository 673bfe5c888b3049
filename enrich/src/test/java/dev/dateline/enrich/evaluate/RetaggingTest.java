package dev.dateline.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetaggingTest {
    private final Retagging retagging = new Retagging();

    @Test
    void equalTagsAreNoChange() {
        assertThat(retagging.add(List.of(tag("country", "GB", 0.9)), List.of(tag("country", "GB", 0.9))))
                .isFalse();

        assertThat(retagging.articles()).isEqualTo(1);
        assertThat(retagging.changed()).isZero();
        assertThat(retagging.report()).isEmpty();
    }

    @Test
    void tagsThatComeGoAndGetAnotherScoreAreCountedByScheme() {
        retagging.add(
                List.of(tag("country", "GB", 0.9), tag("country", "FR", 0.3), tag("medtop", "04000000", 0.6)),
                List.of(tag("country", "GB", 0.8), tag("country", "DE", 0.3), tag("medtop", "04000000", 0.6)));

        assertThat(retagging.changed()).isEqualTo(1);
        assertThat(retagging.report()).singleElement().satisfies(country -> {
            assertThat(country.scheme()).isEqualTo("country");
            assertThat(country.codes(TagChange.ADDED)).containsExactly(new CodeCount("DE", "name of DE", 1));
            assertThat(country.codes(TagChange.REMOVED)).containsExactly(new CodeCount("FR", "name of FR", 1));
            assertThat(country.codes(TagChange.RESCORED)).containsExactly(new CodeCount("GB", "name of GB", 1));
            assertThat(country.crossed()).isZero();
        });
    }

    @Test
    void aScoreThatCrossesOneHalfChangesWhatTheArticleIsAbout() {
        retagging.add(List.of(tag("country", "GB", 0.49)), List.of(tag("country", "GB", 0.5)));
        retagging.add(List.of(tag("country", "GB", 0.5)), List.of(tag("country", "GB", 0.49)));
        retagging.add(List.of(tag("country", "GB", 0.5)), List.of(tag("country", "GB", 0.7)));

        assertThat(retagging.report()).singleElement().satisfies(country -> {
            assertThat(country.count(TagChange.RESCORED)).isEqualTo(3);
            assertThat(country.crossed()).isEqualTo(2);
        });
    }

    @Test
    void anotherReasonForTheSameScoreIsAChange() {
        Tag before = tag("country", "GB", 0.9);
        Tag otherMethod = Tag.newBuilder(before).setMethod("dateline").build();
        Tag otherEvidence = Tag.newBuilder(before)
                .setEvidence(List.of(new Evidence("headline", 0, 7, "British")))
                .build();

        assertThat(retagging.add(List.of(before), List.of(otherMethod))).isTrue();
        assertThat(retagging.add(List.of(before), List.of(otherEvidence))).isTrue();
        assertThat(retagging.report().get(0).count(TagChange.EXPLAINED)).isEqualTo(2);
    }

    @Test
    void theMostFrequentCodesComeFirst() {
        retagging.add(List.of(), List.of(tag("country", "FR", 0.9), tag("country", "GB", 0.9)));
        retagging.add(List.of(), List.of(tag("country", "DE", 0.9), tag("country", "GB", 0.9)));

        assertThat(retagging.report().get(0).codes(TagChange.ADDED))
                .extracting(CodeCount::code)
                .containsExactly("GB", "DE", "FR");
    }

    private static Tag tag(String scheme, String code, double score) {
        return new Tag(scheme, code, "name of " + code, score, "gazetteer", List.of());
    }
}
