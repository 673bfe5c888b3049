package dev.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.learn.Example;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.learn.Trainer;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Articles;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Subject;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A house style that no rule knows: "Quidnunc" pieces are sport, "Ombud" pieces are health. */
class ModelTaggerTest {
    private static final String SPORT = "15000000";
    private static final String HEALTH = "07000000";
    private static final String POLITICS = "11000000";
    /** A topic of the sender's that has no rule. */
    private static final String OWN = "20009999";

    private static final TopicModel MODEL = train();
    private static final Taggers BLENDED = Taggers.shipped(MODEL);

    @Test
    void modelFindsWhatTheRulesDoNotAndPointsAtTheWords() {
        Article article = Samples.story("The quidnunc of the week", "A short quidnunc column for Tuesday.");
        assertThat(Samples.about(article, "medtop")).doesNotContain(SPORT);

        Tag tag = tag(BLENDED.tag(article, true), SPORT);

        assertThat(tag.getScore()).isGreaterThan(0.5);
        assertThat(tag.getName()).isEqualTo("sport");
        assertThat(tag.getMethod()).isEqualTo("model@" + MODEL.id());
        Evidence strongest = tag.getEvidence().get(0);
        assertThat(strongest.getText()).containsIgnoringCase("quidnunc");
        String field = strongest.getField().equals("headline")
                ? article.getHeadline()
                : article.getBody().get(0);
        assertThat(field.substring(strongest.getStart(), strongest.getEnd())).isEqualTo(strongest.getText());
    }

    @Test
    void whereTheRulesFoundATopicTheirEvidenceStands() {
        Article article = Samples.story("Quidnunc: the football final", "The striker scored twice in the cup final.");
        Tag byRules = tag(Samples.TAGGERS.tag(article, true), SPORT);

        Tag blended = tag(BLENDED.tag(article, true), SPORT);

        assertThat(blended.getMethod()).isEqualTo("rule+model@" + MODEL.id());
        assertThat(blended.getEvidence()).isEqualTo(byRules.getEvidence());
    }

    @Test
    void modelLowersWhatTheSendersWireDoesNotBearOut() {
        Article article = Samples.story(
                "The ombud column on elections",
                "A short ombud column for Tuesday: the election, the ballot, the vote.");
        assertThat(Samples.scores(article, "medtop").get(POLITICS)).isGreaterThan(0.5);

        assertThat(BLENDED.tag(article, true).tags().stream()
                        .filter(tag -> tag.getCode().equals(POLITICS))
                        .mapToDouble(Tag::getScore)
                        .sum())
                .isLessThan(0.5);
    }

    @Test
    void topicWithoutARuleIsFoundUnderTheSendersName() {
        Article article = Samples.story("The ombud of the week", "A short ombud column for Tuesday.");
        Tag tag = tag(BLENDED.tag(article, true), OWN);
        assertThat(tag.getName()).isEqualTo("ombud pieces");
        assertThat(tag.getScore()).isGreaterThan(0.5);
    }

    @Test
    void narrowerTopicIsNoSurerThanTheOneAbove() {
        Article article = Samples.story("The ombud column", "The striker scored in the football match.");
        List<Tag> tags = BLENDED.tag(article, true).tags();
        double sport = tags.stream()
                .filter(tag -> tag.getCode().equals(SPORT))
                .mapToDouble(Tag::getScore)
                .sum();
        assertThat(tags)
                .filteredOn(
                        tag -> tag.getScheme().equals("medtop") && tag.getName().contains("soccer"))
                .allSatisfy(tag -> assertThat(tag.getScore()).isLessThanOrEqualTo(sport));
    }

    @Test
    void sendersOwnCodeOutranksTheModel() {
        Article article = Samples.story("The quidnunc of the week", "A short quidnunc column for Tuesday.");
        article.setSubjects(List.of(subject(SPORT, "sport")));
        Tag tag = tag(BLENDED.tag(article, false), SPORT);
        assertThat(tag.getMethod()).isEqualTo("given");
        assertThat(tag.getScore()).isEqualTo(1);
    }

    @Test
    void idTellsTaggersWithAModelFromThoseWithout() {
        String rules = Integer.toString(Samples.TAGGERS.rulesVersion());
        assertThat(Samples.TAGGERS.id()).isEqualTo(rules);
        assertThat(BLENDED.id()).isEqualTo(rules + "+model@" + BLENDED.model().id());
    }

    @Test
    void modelDoesNotLearnFromItself() {
        Article article = Samples.story("The quidnunc of the week", "Text.");
        assertThatThrownBy(() -> BLENDED.example(article)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void articleWithoutTopicsOrTextIsNoExample() {
        assertThat(Samples.TAGGERS.example(Samples.story("A", "B"))).isEmpty();
        Article silent = Articles.article(null, null, List.of());
        silent.setSubjects(List.of(subject(SPORT, "sport")));
        assertThat(Samples.TAGGERS.example(silent)).isEmpty();
    }

    private static TopicModel train() {
        List<Example> examples = new ArrayList<>();
        String[] days = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
        for (int i = 0; i < 40; i++) {
            String day = days[i % days.length];
            examples.add(example(
                    Samples.story("The quidnunc of " + day, "A long quidnunc column, number " + i + "."),
                    subject(SPORT, "sport")));
            // the election is in every other one, and is never what the sender codes
            String election = i % 2 == 0 ? " The election, the ballot, the vote." : "";
            examples.add(example(
                    Samples.story("The ombud of " + day, "A long ombud column, number " + i + "." + election),
                    subject(HEALTH, "health"),
                    subject(OWN, "ombud pieces")));
        }
        return new Trainer(1, 10, Samples.TAGGERS.rulesVersion()).train(examples, (done, all) -> {});
    }

    private static Example example(Article article, Subject... subjects) {
        article.setSubjects(List.of(subjects));
        Optional<Example> example = Samples.TAGGERS.example(article);
        return example.orElseThrow();
    }

    private static Subject subject(String code, String name) {
        return Subject.newBuilder()
                .setScheme("medtop")
                .setCode(code)
                .setName(name)
                .build();
    }

    private static Tag tag(Tagging tagging, String code) {
        assertThat(tagging.failures()).isEmpty();
        return tagging.tags().stream()
                .filter(tag -> tag.getScheme().equals("medtop") && tag.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
