package dev.dateline.enrich.taggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.evaluate.Axis;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.Evaluation;
import dev.dateline.enrich.learn.Example;
import dev.dateline.enrich.learn.Trainer;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How good a model is on articles that it did not learn from; what is trained here is thrown away. */
class ModelQualityTest {
    private static final int PARTS = 5;

    @Test
    void trainedOnFourFifthsAndTriedOnTheRest() {
        assertThat(best("bbc-topics", 1)).isGreaterThanOrEqualTo(0.96);
        assertThat(best("agnews-topics", 1)).isGreaterThanOrEqualTo(0.895);
        assertThat(best("masakhanews-eng-topics", PARTS)).isGreaterThanOrEqualTo(0.86);
    }

    private static double best(String file, int rounds) {
        List<Article> articles = Labelled.read(SharedData.path("labelled/" + file + ".jsonl.gz")).stream()
                .map(ModelQualityTest::coded)
                .toList();
        Evaluation evaluation = new Evaluation();
        for (int out = 0; out < rounds; out++) {
            List<Example> examples = new ArrayList<>();
            List<Article> rest = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                if (i % PARTS == out) {
                    rest.add(articles.get(i));
                } else {
                    examples.add(Samples.TAGGERS.example(articles.get(i)).orElseThrow());
                }
            }
            Taggers blended = Taggers.shipped(new Trainer(1, 10, 1).train(examples, (done, all) -> {}));
            rest.forEach(article -> evaluation.add(blended.compare(article)));
        }
        AxisReport topics = evaluation.report().get(Axis.TOPIC.ordinal());
        System.out.printf(
                "%s with a model: top topic %.3f, micro-F1 %.3f (%d articles)%n",
                file, topics.best().value(), topics.micro().f1(), topics.counted());
        return topics.best().value();
    }

    private static Article coded(Labelled labelled) {
        Article article = labelled.article();
        article.setSubjects(labelled.topics().stream()
                .map(code ->
                        Subject.newBuilder().setScheme("medtop").setCode(code).build())
                .toList());
        return article;
    }
}
