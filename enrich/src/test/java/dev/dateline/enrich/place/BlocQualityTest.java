package dev.dateline.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.entity.NamedStory;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocs against the bodies under which editors filed stories of 1987. */
class BlocQualityTest {
    private static final List<NamedStory> STORIES = stories();

    @ParameterizedTest
    @CsvSource({"ec, eu, 0.70, 0.62, 0.95", "opec, opec, 0.95, 0.80, 0.95", "oecd, oecd, 0.90, 0.64, 0.95"})
    void storiesFiledUnderABodyAreAboutItsBloc(
            String body, String bloc, double found, double recall, double precision) {
        int wanted = 0;
        int named = 0;
        int about = 0;
        int right = 0;
        for (NamedStory story : STORIES) {
            boolean isFiled = story.bodies().contains(body);
            Map<String, Double> scores = Samples.scores(story.article(), BlocTagger.SCHEME);
            boolean isAbout = scores.getOrDefault(bloc, 0.0) >= 0.5;
            wanted += isFiled ? 1 : 0;
            named += isFiled && scores.containsKey(bloc) ? 1 : 0;
            about += isAbout ? 1 : 0;
            right += isFiled && isAbout ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "bloc %s, %d stories: found %.3f, recall %.3f, precision %.3f%n",
                bloc,
                wanted,
                (double) named / wanted,
                (double) right / wanted,
                (double) right / about);
        assertThat((double) named / wanted).isGreaterThan(found);
        assertThat((double) right / wanted).isGreaterThan(recall);
        assertThat((double) right / about).isGreaterThan(precision);
    }

    private static List<NamedStory> stories() {
        try (Stream<Path> files = Files.list(SharedData.path("reuters21578"))) {
            return files.filter(file -> file.toString().endsWith(".sgm.gz"))
                    .sorted()
                    .flatMap(file -> NamedStory.read(file).stream())
                    .filter(story -> !story.bodies().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
