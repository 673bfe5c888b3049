package dev.dateline.enrich.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void wordsBeginningsAndPairsPointAtTheText() {
        Article article = Lessons.article("Strikers, scored");
        article.setHeadline(null);
        assertThat(spans(Terms.of(article)))
                .containsExactly("Strikers", "Strikers", "scored", "scored", "Strikers, scored");
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        assertThat(features("SÃO Paulo")).isEqualTo(features("sao paulo"));
        assertThat(features("sao paulo")).isNotEqualTo(features("paulo sao"));
    }

    @Test
    void wordsWithTheSameBeginningShareAFeature() {
        assertThat(features("striker")).anyMatch(features("strikes")::contains);
    }

    @Test
    void ideographsAreWords() {
        Article article = Lessons.article("北京 9月");
        article.setHeadline(null);
        assertThat(spans(Terms.of(article))).contains("北", "京", "9", "月");
    }

    @Test
    void headlineCountsTwice() {
        Article article = Lessons.article("goal");
        article.setHeadline("goal");
        Counts counts = Counts.of(Terms.of(article));
        assertThat(counts.times()).containsExactly(3);
    }

    /** A file of a model is only as good as long as its features mean the same. */
    @Test
    void featuresOfVersionOneStayWhatTheyAre() {
        assertThat(features("goal match")).containsExactlyElementsOf(FEATURES_OF_VERSION_1);
    }

    private static final List<Integer> FEATURES_OF_VERSION_1 = List.of(94061, 107328, 105913);

    private static List<Integer> features(String body) {
        Article article = Lessons.article(body);
        article.setHeadline(null);
        Terms terms = Terms.of(article);
        List<Integer> features = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            features.add(terms.feature(term));
        }
        return features;
    }

    private static List<String> spans(Terms terms) {
        List<String> spans = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            spans.add(terms.field(term).text().substring(terms.start(term), terms.end(term)));
        }
        return spans;
    }
}
