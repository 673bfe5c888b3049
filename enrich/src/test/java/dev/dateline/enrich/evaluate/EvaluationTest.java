package dev.dateline.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Comparison;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private final Evaluation evaluation = new Evaluation();

    @Test
    void countsWhatIsRightWrongAndMissing() {
        add(List.of(country("PE", 0.9)), List.of(country("PE", 0.8), country("CL", 0.6), country("BO", 0.3)));
        add(List.of(country("PE", 0.9), country("CL", 0.9)), List.of(country("PE", 0.7)));

        AxisReport report = report(Axis.COUNTRY);
        assertThat(report.codes())
                .containsExactly(
                        new CodeScore("PE", "name of PE", 2, 2, 2), new CodeScore("CL", "name of CL", 1, 1, 0));
        assertQuality(report.micro(), 2 / 3.0, 2 / 3.0, 2 / 3.0);
        assertQuality(report.macro(), 0.5, 0.5, 0.5);
        assertThat(report.confusions()).containsExactly(new Confusion("CL", null, 1), new Confusion(null, "CL", 1));
    }

    @Test
    void whatTheSenderOnlyMentionsIsNotWanted() {
        add(List.of(country("PE", 0.9), country("CL", 0.4)), List.of(country("PE", 0.8)));
        assertThat(report(Axis.COUNTRY).codes()).extracting(CodeScore::code).containsExactly("PE");
    }

    @Test
    void articlesWithoutCodesOfASchemeDoNotCountForIt() {
        add(List.of(topic("15000000", 1)), List.of(country("PE", 0.8), topic("15000000", 0.7)));
        add(List.of(country("PE", 0.9)), List.of(country("PE", 0.8), topic("15000000", 0.7)));

        assertThat(report(Axis.COUNTRY).counted()).isEqualTo(1);
        assertThat(report(Axis.COUNTRY).notCounted()).isEqualTo(1);
        assertThat(report(Axis.TOPIC).counted()).isEqualTo(1);
        assertQuality(report(Axis.TOPIC).micro(), 1, 1, 1);
        assertThat(report(Axis.LANGUAGE).counted()).isZero();
    }

    @Test
    void articlesWithoutTextAreLeftOut() {
        evaluation.add(new Comparison(List.of(country("PE", 0.9)), new Tagging(List.of(), List.of()), false));
        assertThat(evaluation.articles()).isEqualTo(1);
        assertThat(evaluation.withoutText()).isEqualTo(1);
        assertThat(report(Axis.COUNTRY).counted()).isZero();
    }

    @Test
    void topLevelTopicsAreComparedApartFromExactOnes() {
        add(
                List.of(topic("15000000", 1), topic("20001065", 1)),
                List.of(topic("15000000", 0.9), topic("20000822", 0.8)));

        assertQuality(report(Axis.TOPIC).micro(), 1, 1, 1);
        assertQuality(report(Axis.EXACT_TOPIC).micro(), 0.5, 0.5, 0.5);
        assertThat(report(Axis.EXACT_TOPIC).confusions()).containsExactly(new Confusion("20001065", "20000822", 1));
    }

    @Test
    void codesThatTheSenderNeverUsesLowerOneFigureAndNotTheOther() {
        add(List.of(topic("15000000", 1)), List.of(topic("15000000", 0.9), topic("07000000", 0.8)));

        assertQuality(report(Axis.TOPIC).micro(), 0.5, 1, 2 / 3.0);
        assertQuality(report(Axis.TOPIC).microInUse(), 1, 1, 1);
        assertQuality(report(Axis.TOPIC).macro(), 1, 1, 1);
    }

    @Test
    void highestScoredTopicIsJudgedByItselfAndATieIsWrong() {
        add(List.of(topic("15000000", 1)), List.of(topic("15000000", 0.3), topic("07000000", 0.2)));
        add(List.of(topic("15000000", 1)), List.of(topic("07000000", 0.7), topic("15000000", 0.7)));
        add(List.of(topic("15000000", 1)), List.of(topic("20000822", 0.9), topic("15000000", 0.8)));
        add(List.of(topic("15000000", 1)), List.of());
        assertThat(report(Axis.TOPIC).best()).isEqualTo(new Share(2, 4));
        assertThat(report(Axis.EXACT_TOPIC).best()).isNull();
    }

    @Test
    void highestScoredCountryIsJudgedWhereTheSenderGivesOne() {
        add(List.of(country("PE", 0.9), country("CL", 0.9)), List.of(country("PE", 0.7)));
        add(List.of(country("PE", 0.9), country("CL", 0.3)), List.of(country("PE", 0.7), country("CL", 0.6)));
        assertThat(report(Axis.COUNTRY).best()).isEqualTo(new Share(1, 1));
    }

    @Test
    void variantsOfALanguageAreOne() {
        add(List.of(language("pt-BR")), List.of(language("pt")));
        add(List.of(language("no")), List.of(language("nb")));
        add(List.of(language("en")), List.of(language("de")));
        assertThat(report(Axis.LANGUAGE).best()).isEqualTo(new Share(2, 3));
        assertThat(report(Axis.LANGUAGE).confusions()).containsExactly(new Confusion("en", "de", 1));
    }

    private void add(List<Tag> declared, List<Tag> found) {
        evaluation.add(new Comparison(declared, new Tagging(found, List.of()), true));
    }

    private AxisReport report(Axis axis) {
        return evaluation.report().get(axis.ordinal());
    }

    private static Tag country(String code, double score) {
        return tag("country", code, score);
    }

    private static Tag topic(String code, double score) {
        return tag("medtop", code, score);
    }

    private static Tag language(String code) {
        return tag("language", code, 1);
    }

    private static Tag tag(String scheme, String code, double score) {
        return new Tag(scheme, code, "name of " + code, score, "test", List.of());
    }

    private static void assertQuality(Quality quality, double precision, double recall, double f1) {
        assertThat(quality.precision()).isCloseTo(precision, within(1e-9));
        assertThat(quality.recall()).isCloseTo(recall, within(1e-9));
        assertThat(quality.f1()).isCloseTo(f1, within(1e-9));
    }
}
