package dev.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.entity.Annotated.Mark;
import dev.dateline.enrich.place.CountryTagger;
import dev.dateline.enrich.place.PlaceTagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Evidence;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How well people and organisations are found in texts that others annotated; prints what docs/tagging.md reports. */
class EntityQualityTest {
    private static final Set<String> ENTITIES = Set.of(EntityTagger.PERSON, EntityTagger.ORGANISATION);
    private static final Set<String> NAMES =
            Set.of(EntityTagger.PERSON, EntityTagger.ORGANISATION, CountryTagger.SCHEME, PlaceTagger.SCHEME);

    /** Codes of the Reuters editors for bodies that have few other names. */
    private static final Map<String, String> BODIES = Map.of(
            "ec", "european-community",
            "imf", "international-monetary-fund",
            "worldbank", "world-bank",
            "opec", "organization-of-the-petroleum-exporting-countries",
            "gatt", "general-agreement-on-tariffs-and-trade",
            "oecd", "organisation-for-economic-co-operation-and-development",
            "un", "united-nations",
            "fao", "food-and-agriculture-organization");

    /**
     * The kind of an annotated entity is not known, so products and events that nobody could find count as missed.
     * Several mentions of one form in a document count once, because a tag shows four at most.
     */
    private static final class Score {
        int forms;
        int found;
        int spans;
        int overlapping;
        int exact;

        double recall() {
            return (double) found / forms;
        }

        double precision() {
            return (double) overlapping / spans;
        }

        /** Of the mentions of people and organisations that touch an annotated one, those with the same limits. */
        double boundaries() {
            return (double) exact / overlapping;
        }

        void add(Annotated text) {
            Set<String> all = new HashSet<>();
            text.marks().forEach(mark -> all.add(text.form(mark)));
            Set<String> seen = new HashSet<>();
            for (Tag tag : Samples.TAGGERS.tag(text.article(), true).tags()) {
                for (Evidence evidence : NAMES.contains(tag.getScheme()) ? tag.getEvidence() : List.<Evidence>of()) {
                    List<Mark> touched = text.marks().stream()
                            .filter(mark -> mark.overlaps(evidence.getStart(), evidence.getEnd()))
                            .toList();
                    touched.forEach(mark -> seen.add(text.form(mark)));
                    if (ENTITIES.contains(tag.getScheme())) {
                        spans++;
                        overlapping += touched.isEmpty() ? 0 : 1;
                        exact += touched.contains(new Mark(evidence.getStart(), evidence.getEnd())) ? 1 : 0;
                    }
                }
            }
            forms += all.size();
            found += seen.size();
        }
    }

    @Test
    void annotatedNamesOfReutersStoriesAreFound() throws Exception {
        Score score = measure("n3-reuters-128", "en");
        assertThat(score.recall()).isGreaterThan(0.80);
        assertThat(score.boundaries()).isGreaterThan(0.75);
        // all names are annotated here, so that what touches none is wrong
        assertThat(score.precision()).isGreaterThan(0.89);
    }

    @Test
    void annotatedNamesOfFeedsAreFound() throws Exception {
        Score score = measure("n3-rss-500", "en");
        assertThat(score.recall()).isGreaterThan(0.82);
        assertThat(score.boundaries()).isGreaterThan(0.83);
    }

    @Test
    void annotatedNamesOfGermanNewsAreFound() throws Exception {
        Score score = measure("n3-news-100-de", "de");
        assertThat(score.recall()).isGreaterThan(0.67);
        assertThat(score.boundaries()).isGreaterThan(0.89);
        assertThat(score.precision()).isGreaterThan(0.90);
    }

    @Test
    void peopleAndBodiesThatEditorsFiledStoriesUnderAreFound() {
        for (int half = 0; half < 2; half++) {
            int people = 0;
            int foundPeople = 0;
            int aboutPeople = 0;
            int tagged = 0;
            int bodies = 0;
            int foundBodies = 0;
            for (int file = half; file < 16; file += 2) {
                String name = "reuters21578/reut2-%03d.sgm.gz".formatted(file);
                for (NamedStory story : NamedStory.read(SharedData.path(name))) {
                    List<Tag> tags = Samples.TAGGERS.tag(story.article(), true).tags();
                    for (String person : story.people()) {
                        double score = score(tags, EntityTagger.PERSON, "(.*-)?" + surname(person));
                        people++;
                        foundPeople += score > 0 ? 1 : 0;
                        aboutPeople += score >= Tags.ABOUT ? 1 : 0;
                    }
                    tagged += story.people().isEmpty() ? 0 : about(tags);
                    for (String body : story.bodies()) {
                        bodies += BODIES.containsKey(body) ? 1 : 0;
                        foundBodies +=
                                score(tags, EntityTagger.ORGANISATION, BODIES.getOrDefault(body, "-")) > 0 ? 1 : 0;
                    }
                }
            }
            double aboutRecall = (double) aboutPeople / people;
            double aboutPrecision = (double) aboutPeople / tagged;
            System.out.printf(
                    "reuters people, %s half: %d found %.3f; from 0.5 on recall %.3f, precision %.3f; %d bodies found %.3f%n",
                    half == 0 ? "tuned" : "other",
                    people,
                    (double) foundPeople / people,
                    aboutRecall,
                    aboutPrecision,
                    bodies,
                    (double) foundBodies / bodies);
            if (half == 1) {
                assertThat((double) foundPeople / people).isGreaterThan(0.91);
                assertThat(aboutRecall).isGreaterThan(0.69);
                assertThat(aboutPrecision).isGreaterThan(0.84);
                assertThat((double) foundBodies / bodies).isGreaterThan(0.92);
            }
        }
    }

    private static Score measure(String corpus, String language) throws Exception {
        Score tuned = new Score();
        Score other = new Score();
        for (Annotated text : Annotated.read(SharedData.path("entities/" + corpus + ".xml"), language)) {
            (text.heldOut() ? other : tuned).add(text);
        }
        print(corpus, "tuned", tuned);
        print(corpus, "other", other);
        return other;
    }

    private static void print(String corpus, String half, Score score) {
        System.out.printf(
                "%s, %s half: %d names, found %.3f; %d mentions, on an annotated name %.3f, of these with its limits %.3f%n",
                corpus, half, score.forms, score.recall(), score.spans, score.precision(), score.boundaries());
    }

    private static String surname(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    private static double score(List<Tag> tags, String scheme, String code) {
        return tags.stream()
                .filter(tag -> tag.getScheme().equals(scheme) && tag.getCode().matches(code))
                .mapToDouble(Tag::getScore)
                .max()
                .orElse(0);
    }

    private static int about(List<Tag> tags) {
        return (int) tags.stream()
                .filter(tag -> tag.getScheme().equals(EntityTagger.PERSON) && tag.getScore() >= Tags.ABOUT)
                .count();
    }
}
