package dev.dateline.enrich.taggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.place.CountryTagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.topic.TopicTagger;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How good the tags are, against labels given by people, on the half of the articles that no rule was tuned on. */
class TaggingQualityTest {
    /** Right, wrong and missing tags. */
    private static final class Count {
        int right;
        int wrong;
        int missing;

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missing);
        }

        int labelled() {
            return right + missing;
        }

        void add(boolean tagged, boolean labelled) {
            if (tagged && labelled) {
                right++;
            } else if (tagged) {
                wrong++;
            } else if (labelled) {
                missing++;
            }
        }
    }

    @Test
    void countriesOfReutersStories() {
        Count all = new Count();
        Map<String, Count> byCountry = new TreeMap<>();
        int one = 0;
        int oneRight = 0;
        int abroad = 0;
        int abroadRight = 0;
        for (Labelled story : Labelled.read(SharedData.path("labelled/reuters-places.jsonl.gz"))) {
            if (!story.heldOut()) {
                continue;
            }
            List<Tag> countries = tags(story, CountryTagger.SCHEME);
            Set<String> about = about(countries);
            Set<String> seen = new HashSet<>(about);
            seen.addAll(story.countries());
            for (String country : seen) {
                boolean tagged = about.contains(country);
                boolean labelled = story.countries().contains(country);
                all.add(tagged, labelled);
                byCountry.computeIfAbsent(country, key -> new Count()).add(tagged, labelled);
            }
            if (story.countries().size() == 1) {
                boolean right = story.countries().contains(top(countries));
                boolean american = story.countries().contains("US");
                one++;
                oneRight += right ? 1 : 0;
                abroad += american ? 0 : 1;
                abroadRight += right && !american ? 1 : 0;
            }
        }
        double macro = byCountry.values().stream()
                .filter(count -> count.labelled() >= 5)
                .mapToDouble(Count::f1)
                .average()
                .orElse(0);
        double top = (double) oneRight / one;
        double topAbroad = (double) abroadRight / abroad;
        System.out.printf(
                "reuters-places, %d one-place stories: top country %.3f, outside the USA %.3f; all: micro-F1 %.3f, macro-F1 %.3f%n",
                one, top, topAbroad, all.f1(), macro);
        assertThat(top).isGreaterThan(0.981);
        assertThat(topAbroad).isGreaterThan(0.975);
        assertThat(all.f1()).isGreaterThan(0.938);
        assertThat(macro).isGreaterThan(0.877);
    }

    @Test
    void mainCountryOfPressArticles() {
        List<Labelled> articles = Labelled.read(SharedData.path("labelled/cliff-focus.jsonl.gz"));
        long right = articles.stream()
                .filter(article -> article.countries().contains(top(tags(article, CountryTagger.SCHEME))))
                .count();
        System.out.printf("cliff-focus: main country %d of %d%n", right, articles.size());
        assertThat(right).isGreaterThanOrEqualTo(29);
    }

    @Test
    void topicsOfNewsArticles() {
        assertThat(topTopic("bbc-topics")).isGreaterThan(0.93);
        assertThat(topTopic("agnews-topics")).isGreaterThan(0.845);
        assertThat(topTopic("masakhanews-eng-topics")).isGreaterThan(0.82);
        assertThat(topTopic("masakhanews-fra-topics")).isGreaterThan(0.78);
    }

    /** Share of articles whose strongest top-level topic is the one label they have. */
    private static double topTopic(String file) {
        int all = 0;
        int right = 0;
        Count about = new Count();
        List<Labelled> articles = Labelled.read(SharedData.path("labelled/" + file + ".jsonl.gz"));
        Set<String> inUse =
                articles.stream().flatMap(article -> article.topics().stream()).collect(Collectors.toSet());
        for (Labelled article : articles) {
            if (!article.heldOut()) {
                continue;
            }
            List<Tag> topics = tags(article, TopicTagger.SCHEME).stream()
                    .filter(tag -> tag.getCode().endsWith("000000"))
                    .toList();
            all++;
            right += article.topics().contains(top(topics)) ? 1 : 0;
            Set<String> tagged = about(topics);
            for (String topic : inUse) {
                about.add(tagged.contains(topic), article.topics().contains(topic));
            }
        }
        double share = (double) right / all;
        System.out.printf(
                "%s: strongest topic %.3f, micro-F1 of topics from 0.5 on %.3f (%d articles)%n",
                file, share, about.f1(), all);
        return share;
    }

    private static List<Tag> tags(Labelled article, String scheme) {
        return Samples.TAGGERS.tag(article.article(), true).tags().stream()
                .filter(tag -> tag.getScheme().equals(scheme))
                .toList();
    }

    private static String top(List<Tag> tags) {
        return tags.isEmpty() ? "" : tags.get(0).getCode();
    }

    private static Set<String> about(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.getScore() >= Tags.ABOUT)
                .map(Tag::getCode)
                .collect(Collectors.toSet());
    }
}
