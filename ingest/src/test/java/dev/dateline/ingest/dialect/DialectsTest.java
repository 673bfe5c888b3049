package dev.dateline.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectsTest {
    @Test
    void theProvidersOwnDialectComesFirstThenTheSendersThenTheDefault() {
        Dialects dialects = Dialects.shipped();

        assertThat(dialects.of("newsml-g2", "dpa", List.of("reuters.com")).id()).isEqualTo("dpa");
        assertThat(dialects.of("newsml-g2", "desk", List.of("nprov:dpa")).id()).isEqualTo("dpa");
        assertThat(dialects.of("newsml-g2", "desk", List.of("NPROV:REUTERS")).id())
                .isEqualTo("reuters");
        assertThat(dialects.of("newsml-g2", "desk", List.of("unheard of")).id()).isEqualTo("default");
        assertThat(dialects.of("newsml-g2", "desk", List.of()).id()).isEqualTo("default");
    }

    @Test
    void aDialectThatNamesTheFormatGoesBeforeOneForAll(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("acme.yaml"), "id: acme\nversion: 1\nmatch: {providers: [acme]}\norder: SEQUENTIAL\n");
        Files.writeString(
                folder.resolve("acme-feed.yaml"),
                "id: acme-feed\nversion: 1\nmatch: {providers: [acme], formats: [atom]}\norder: OPAQUE\n");

        Dialects dialects = Dialects.load(folder);

        assertThat(dialects.of("newsml-g2", "acme", List.of()).id()).isEqualTo("acme");
        assertThat(dialects.of("atom", "acme", List.of()).id()).isEqualTo("acme-feed");
        assertThat(dialects.of("rss", "acme", List.of()).id()).isEqualTo("feed");
        assertThat(dialects.of("rss", "desk", List.of()).id()).isEqualTo("feed");
    }

    @Test
    void usersOwnReplaceShippedOnes(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("acme.yaml"),
                "id: acme\nversion: 4\nmatch: {providers: [acme]}\norder: SEQUENTIAL\nzone: Asia/Tokyo\n");
        Files.writeString(folder.resolve("dpa.yaml"), "id: dpa\nversion: 9\nmatch: {providers: [dpa]}\n");

        Dialects dialects = Dialects.load(folder);

        assertThat(dialects.of("ninjs", "acme", List.of()).order()).isEqualTo(Dialect.Order.SEQUENTIAL);
        assertThat(dialects.of("ninjs", "dpa", List.of()).version()).isEqualTo(9);
        assertThat(dialects.all())
                .extracting(Dialect::id)
                .contains("default", "reuters")
                .doesNotHaveDuplicates();
    }

    @Test
    void allProblemsOfAllFilesAreNamedAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"),
                "id: A B\nversion: 0\nordr: OPAQUE\nzone: Mars/Base\nmarkers: [NONSENSE]\nsignals: {'x:y': JUMP}\nmatch: {provider: [a]}\nnonPublic: {phrases: [ej]}\n");
        Files.writeString(folder.resolve("b.yaml"), "- not a mapping\n");
        Files.writeString(folder.resolve("c.yaml"), "id: [unclosed\n");

        assertThatThrownBy(() -> Dialects.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "a.yaml",
                        "id must be",
                        "version must be",
                        "unknown key 'ordr'",
                        "Mars/Base",
                        "NONSENSE",
                        "nonPublic.phrases has 'ej'",
                        "signals.x:y",
                        "unknown key 'match.provider'",
                        "b.yaml",
                        "c.yaml")
                .hasMessageNotContaining("\n");
    }

    @Test
    void twoFilesWithTheSameIdAreAProblem(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "id: acme\nversion: 1\n");
        Files.writeString(folder.resolve("b.yaml"), "id: acme\nversion: 1\n");

        assertThatThrownBy(() -> Dialects.load(folder)).hasMessageContaining("acme");
    }
}
