package dev.dateline.enrich.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {
    @Test
    void tellsTopicsApartByTheirWords() {
        TopicModel model = train(Lessons.twoTopics(20));
        int sport = model.labels().indexOf(new Label(Lessons.SPORT, "sport"));
        int health = model.labels().indexOf(new Label(Lessons.HEALTH, "health"));

        Judgement match = model.judge(Lessons.article("the goal of the match"), Map.of());

        assertThat(match.score(sport)).isGreaterThan(0.5).isLessThanOrEqualTo(1);
        assertThat(match.score(health)).isLessThan(0.5).isGreaterThanOrEqualTo(0);
        assertThat(match.evidence(sport, 4))
                .extracting(span -> span.text().substring(span.start(), span.end()))
                .contains("goal", "match")
                .doesNotHaveDuplicates();
        assertThat(match.evidence(health, 4))
                .allSatisfy(span -> assertThat(span.text()).doesNotContain("doctor"));
    }

    @Test
    void rulesAreTrustedWhereTheyWereRight() {
        TopicModel model = train(Lessons.twoTopics(20));
        int sport = model.labels().indexOf(new Label(Lessons.SPORT, "sport"));
        assertThat(model.judge(Lessons.article("unheard of"), Map.of(Lessons.SPORT, 0.6))
                        .score(sport))
                .isGreaterThan(
                        model.judge(Lessons.article("unheard of"), Map.of()).score(sport));
    }

    @Test
    void rareTopicIsNotLearntAndTheRulesAreTrustedAsFarAsTheyWereRight() {
        List<Example> examples = new ArrayList<>(Lessons.twoTopics(20));
        examples.add(
                Example.of(Lessons.article("rain and wind"), Map.of("17000000", 0.9), Map.of("17000000", "weather")));
        for (int i = 0; i < 8; i++) {
            examples.add(Example.of(
                    Lessons.article("doctor clinic nurse"), Map.of("02000000", 0.8), Map.of(Lessons.HEALTH, "health")));
        }

        TopicModel model = train(examples);

        assertThat(model.labels()).extracting(Label::code).containsExactly(Lessons.HEALTH, Lessons.SPORT);
        assertThat(model.trust("17000000")).isEqualTo(1);
        assertThat(model.trust("02000000")).isEqualTo(0.2);
        assertThat(model.trust("06000000")).isEqualTo(1);
    }

    @Test
    void tooFewExamplesAreToldWithTheWayOut() {
        assertThatThrownBy(() -> train(Lessons.twoTopics(3)))
                .isInstanceOf(UnfitExamplesException.class)
                .hasMessageContaining("of 6 articles")
                .hasMessageContaining("--min-articles");
    }

    private static TopicModel train(List<Example> examples) {
        return new Trainer(1, 5, 3).train(examples, (done, all) -> {});
    }
}
