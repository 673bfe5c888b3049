package dev.dateline.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.place.Geoparsed.Mark;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.Evidence;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How well places are found in texts in which others marked them; prints what docs/tagging.md reports. */
class GeoparsingQualityTest {
    private static final Set<String> SCHEMES = Set.of(CountryTagger.SCHEME, PlaceTagger.SCHEME);

    /** Mentions of one form in a text count once, because a tag shows four at most. */
    private static final class Score {
        int forms;
        int found;
        int withCountry;
        int right;
        int placeSpans;
        int placeTrue;

        double recall() {
            return (double) found / forms;
        }

        /** Of the forms found whose country is known, those with a tag of that country. */
        double resolved() {
            return (double) right / withCountry;
        }

        /** Of the spans that a place rests on, those that touch a marked place. */
        double precision() {
            return (double) placeTrue / placeSpans;
        }

        void add(Geoparsed text) {
            Set<String> all = new HashSet<>();
            text.marks().stream().filter(Mark::wanted).forEach(mark -> all.add(mark.form()));
            Set<String> seen = new HashSet<>();
            Set<String> known = new HashSet<>();
            Set<String> rightly = new HashSet<>();
            for (Tag tag : Samples.TAGGERS.tag(text.article(), true).tags()) {
                for (Evidence evidence : SCHEMES.contains(tag.getScheme()) ? tag.getEvidence() : List.<Evidence>of()) {
                    boolean touches = false;
                    for (Mark mark : text.marks()) {
                        if (mark.overlaps(evidence.getStart(), evidence.getEnd())) {
                            touches = true;
                            seen.add(mark.form());
                            if (mark.country() != null) {
                                known.add(mark.form());
                            }
                            if (tag.getCode().split("/")[0].equals(mark.country())) {
                                rightly.add(mark.form());
                            }
                        }
                    }
                    if (tag.getScheme().equals(PlaceTagger.SCHEME)) {
                        placeSpans++;
                        placeTrue += touches ? 1 : 0;
                    }
                }
            }
            forms += all.size();
            seen.retainAll(all);
            found += seen.size();
            withCountry += known.size();
            right += rightly.size();
        }
    }

    @Test
    void placesOfLocalPapersAreFound() throws Exception {
        Score score = measure("lgl");
        assertThat(score.recall()).isGreaterThan(0.48);
        assertThat(score.resolved()).isGreaterThan(0.90);
        assertThat(score.precision()).isGreaterThan(0.93);
    }

    @Test
    void placesOfWorldNewsAreFound() throws Exception {
        Score score = measure("tr-news");
        assertThat(score.recall()).isGreaterThan(0.75);
        assertThat(score.resolved()).isGreaterThan(0.91);
        assertThat(score.precision()).isGreaterThan(0.89);
    }

    @Test
    void placesOfReportsOnDiseaseAreFound() throws Exception {
        Score score = measure("geovirus");
        assertThat(score.recall()).isGreaterThan(0.76);
        assertThat(score.precision()).isGreaterThan(0.90);
    }

    @Test
    void placesOfWebNewsAreFound() throws Exception {
        Score score = measure("geowebnews");
        assertThat(score.recall()).isGreaterThan(0.59);
        assertThat(score.precision()).isGreaterThan(0.90);
    }

    private static Score measure(String corpus) throws Exception {
        Score tuned = new Score();
        Score other = new Score();
        for (Geoparsed text : Geoparsed.read(SharedData.path("geoparsing/" + corpus + ".xml"))) {
            (text.heldOut() ? other : tuned).add(text);
        }
        print(corpus, "tuned", tuned);
        print(corpus, "other", other);
        return other;
    }

    private static void print(String corpus, String half, Score score) {
        System.out.printf(
                "%s, %s half: %d names, found %.3f, of these in the right country %s; %d spans of places, on a marked one %.3f%n",
                corpus,
                half,
                score.forms,
                score.recall(),
                score.withCountry == 0 ? "unknown" : "%.3f".formatted(score.resolved()),
                score.placeSpans,
                score.precision());
    }
}
