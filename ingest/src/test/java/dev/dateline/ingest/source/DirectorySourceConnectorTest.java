package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceConnectorTest {
    @TempDir
    Path directory;

    private final DirectorySourceConnector connector = new DirectorySourceConnector();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void settings() {
        settings.put("name", "andes-files");
        settings.put("connector.class", DirectorySourceConnector.class.getName());
        settings.put("directory", directory.toString());
        settings.put("provider", "andes");
    }

    @Test
    void connectFindsIt() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .hasAtLeastOneElementOfType(DirectorySourceConnector.class);
    }

    @Test
    void directoryAndProviderAreEnough() {
        assertThat(problems()).isEmpty();

        DirectorySourceConfig config = DirectorySourceConfig.of(settings);
        assertThat(config.source()).isEqualTo("andes-files");
        assertThat(config.done()).isEqualTo(directory.resolve("done"));
        assertThat(config.failed()).isEqualTo(directory.resolve("failed"));
        assertThat(config.topic()).isEqualTo("wire.documents.v1");
        assertThat(config.deadLetterTopic()).isEqualTo("dateline.ingest.dlq");
        assertThat(config.maxDocumentBytes()).isEqualTo(8 * 1024 * 1024);
    }

    @Test
    void whatConnectReadsIsNotUnknown() {
        settings.put("tasks.max", "1");
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("producer.override.max.request.size", "16777216");
        settings.put("errors.tolerance", "none");
        settings.put("transforms", "tag");
        settings.put("transforms.tag.type", "x");
        settings.put("topic.creation.default.partitions", "6");

        assertThat(problems()).isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        settings.put("directory", "");
        settings.put("provider", "andes/news");
        settings.put("settle.ms", "soon");
        settings.put("poll.interval.ms", "0");
        settings.put("max.document.bytes", "9000000");
        settings.put("setle.ms", "1000");

        assertThat(problems())
                .containsOnlyKeys(
                        "directory", "provider", "settle.ms", "poll.interval.ms", "max.document.bytes", "setle.ms");
        assertThat(problems().get("setle.ms").get(0)).contains("Unknown setting 'setle.ms'", "settle.ms");
    }

    @Test
    void aMissingDirectoryIsNamedWithTheWayOut() {
        settings.put("directory", directory.resolve("absent").toString());

        assertThat(problems().get("directory"))
                .singleElement()
                .asString()
                .contains(directory.resolve("absent").toString(), "does not exist", "create it");
    }

    @Test
    void aFileIsNotADirectory() throws Exception {
        settings.put(
                "directory",
                Files.writeString(directory.resolve("file"), "text").toString());

        assertThat(problems().get("directory")).singleElement().asString().contains("is not a directory");
    }

    @Test
    void doneAndFailedMustBeApartAndNotAboveTheWatchedDirectory() {
        settings.put("done.directory", "away");
        settings.put("failed.directory", "away");
        assertThat(problems()).containsOnlyKeys("failed.directory");

        settings.put("done.directory", "..");
        assertThat(problems()).containsOnlyKeys("done.directory");
    }

    @Test
    void aConnectorNameThatCannotNameASourceAsksForOne() {
        settings.put("name", "files of the andes");
        assertThat(problems()).containsOnlyKeys("source");

        settings.put("source", "andes");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aBrokenGlobIsNamed() {
        settings.put("include", "*.{xml");

        assertThat(problems().values()).singleElement().asString().contains("*.{xml");
    }

    @Test
    void everySettingIsDocumented() {
        assertThat(connector.config().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).hasSizeGreaterThan(10));
    }

    @Test
    void oneDirectoryIsOneTask() {
        connector.start(settings);

        assertThat(connector.taskConfigs(4)).isEqualTo(List.of(settings));
    }

    private Map<String, List<String>> problems() {
        return connector.validate(settings).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
