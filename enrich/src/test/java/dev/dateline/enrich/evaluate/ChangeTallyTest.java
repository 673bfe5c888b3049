package dev.dateline.enrich.evaluate;

import static dev.dateline.enrich.taggers.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.evaluate.ChangeTally.CodeChanges;
import dev.dateline.enrich.tag.TagChange;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTallyTest {
    @Test
    void changeIsAScoreThatIsAnother() {
        assertThat(TagChange.between(
                        List.of(tag("PE", 0.6), tag("CL", 0.3), tag("BO", 0.4)),
                        List.of(tag("PE", 0.6), tag("CL", 0.5), tag("AR", 0.2))))
                .extracting(TagChange::code, TagChange::before, TagChange::after)
                .containsExactly(tuple("CL", 0.3, 0.5), tuple("BO", 0.4, null), tuple("AR", null, 0.2));
    }

    @Test
    void countsByCodeAndKeepsTheFirstExamples() {
        ChangeTally tally = new ChangeTally();
        for (int i = 0; i < 5; i++) {
            tally.add(
                    story("Story " + i),
                    tagging(List.of(tag("PE", 0.6))),
                    tagging(List.of(tag("PE", 0.4), tag("CL", 0.7))));
        }
        tally.add(story("Unchanged"), tagging(List.of(tag("PE", 0.6))), tagging(List.of(tag("PE", 0.6))));
        tally.add(story("Last"), tagging(List.of(tag("PE", 0.6))), tagging(List.of()));

        assertThat(tally.articles()).isEqualTo(7);
        assertThat(tally.changed()).isEqualTo(6);
        assertThat(tally.codes())
                .extracting(
                        CodeChanges::code,
                        CodeChanges::added,
                        CodeChanges::removed,
                        CodeChanges::rescored,
                        CodeChanges::becameAbout,
                        CodeChanges::ceasedAbout)
                .containsExactly(tuple("PE", 0L, 1L, 5L, 0L, 6L), tuple("CL", 5L, 0L, 0L, 5L, 0L));
        assertThat(tally.codes().get(0).examples())
                .extracting(ChangeTally.Example::headline)
                .containsExactly("Story 0", "Story 1", "Story 2");
    }

    private static Tagging tagging(List<Tag> tags) {
        return new Tagging(tags, List.of());
    }

    private static Tag tag(String country, double score) {
        return Tags.of("country", country, "name of " + country, score, Tags.GAZETTEER, List.of());
    }
}
