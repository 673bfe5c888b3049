package dev.dateline.enrich.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path dir;

    private Path file;
    private TopicModel model;

    @BeforeEach
    void write() throws IOException {
        file = dir.resolve("topics.model");
        model = new Trainer(1, 5, 3).train(Lessons.twoTopics(20), (done, all) -> {});
        ModelFile.write(model, file);
    }

    @Test
    void modelComesBackAsItWas() {
        TopicModel read = ModelFile.read(file);

        assertThat(read.sha256()).isEqualTo(model.sha256());
        assertThat(read.labels()).isEqualTo(model.labels());
        assertThat(read.origin()).isEqualTo(new TopicModel.Origin(40, 1, 3));
        Judgement before = model.judge(Lessons.article("goal striker"), Map.of("15000000", 0.7));
        Judgement after = read.judge(Lessons.article("goal striker"), Map.of("15000000", 0.7));
        assertThat(after.score(0)).isEqualTo(before.score(0));
        assertThat(after.evidence(0, 4)).isEqualTo(before.evidence(0, 4));
    }

    @Test
    void beginningCanBeReadByAPerson() throws IOException {
        List<String> lines =
                Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", 3));
        assertThat(lines.get(0)).isEqualTo("dateline-topic-model 1");
        assertThat(lines.get(1))
                .contains("\"articles\":40", "\"bits\":18", "15000000")
                .endsWith("}");
    }

    @Test
    void sameExamplesAndSeedGiveTheSameBytes() throws IOException {
        Path again = dir.resolve("again.model");
        ModelFile.write(new Trainer(1, 5, 3).train(Lessons.twoTopics(20), (done, all) -> {}), again);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));

        ModelFile.write(new Trainer(2, 5, 3).train(Lessons.twoTopics(20), (done, all) -> {}), again);
        assertThat(Files.readAllBytes(again)).isNotEqualTo(Files.readAllBytes(file));
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {30, whole.length / 2, whole.length - 40, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertUnusable("is damaged");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertUnusable("is damaged");
    }

    @Test
    void otherFilesAreToldApart() throws IOException {
        Files.writeString(file, "{\"json\": true}\n");
        assertUnusable("it is no topic model");
        Files.write(file, new byte[0]);
        assertUnusable("it is no topic model");
        Files.writeString(file, "dateline-topic-model 2\n{}\n");
        assertUnusable("this release reads version 1");
        Files.delete(file);
        assertUnusable("there is no such file");
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void otherUsersMayReadItAsAnyFile() throws IOException {
        Path plain = Files.writeString(dir.resolve("plain"), "");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    private void assertUnusable(String cause) {
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(cause)
                .hasMessageContaining("dateline train");
    }
}
