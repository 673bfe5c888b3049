package dev.dateline.ingest.source;

import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Settings of a {@link DirectorySourceConnector}. */
record DirectorySourceConfig(
        Path directory,
        String source,
        String provider,
        FileFilter files,
        Duration settle,
        Duration pollInterval,
        Path done,
        Path failed,
        int maxDocumentBytes,
        String topic,
        String deadLetterTopic) {

    static final String DIRECTORY = "directory";
    static final String SOURCE = "source";
    static final String PROVIDER = "provider";
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    static final String SETTLE_MS = "settle.ms";
    static final String POLL_INTERVAL_MS = "poll.interval.ms";
    static final String DONE_DIRECTORY = "done.directory";
    static final String FAILED_DIRECTORY = "failed.directory";
    static final String MAX_DOCUMENT_BYTES = "max.document.bytes";
    static final String TOPIC = "topic";
    static final String DEAD_LETTER_TOPIC = "dead.letter.topic";

    private static final String CONNECTOR_NAME = SourceSettings.CONNECTOR_NAME;
    private static final long DEFAULT_SETTLE_MS = 1_000;
    private static final long DEFAULT_POLL_INTERVAL_MS = 500;

    static final ConfigDef DEF = new ConfigDef()
            .define(
                    DIRECTORY,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "Directory to watch, with all directories below it. Its files are moved away once Kafka has them, so"
                            + " the worker must be allowed to write to it.")
            .define(
                    PROVIDER,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    SourceSettings.NAMES,
                    Importance.HIGH,
                    "Id of the provider whose files these are. It begins the id of every article and chooses the dialect."
                            + " Letters, digits, dot, hyphen, underscore; at most 64.")
            .define(
                    SOURCE,
                    Type.STRING,
                    null,
                    SourceSettings.NAMES,
                    Importance.MEDIUM,
                    "Name of the source in document ids. Same characters as provider. Default: the connector's name.")
            .define(
                    INCLUDE,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Globs of the files to take, separated by commas; none means all. A glob without a slash is held against the file"
                            + " name, one with a slash against the path below the directory: *.xml, sport/**/*.{xml,json}")
            .define(
                    EXCLUDE,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Globs of files to leave alone, in the form of include; exclude wins. Dot files and names ending in"
                            + " .part, .tmp or .filepart are always left alone.")
            .define(
                    SETTLE_MS,
                    Type.LONG,
                    DEFAULT_SETTLE_MS,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How long size and modification time of a file must stay the same before it is taken, in milliseconds."
                            + " A file last modified longer ago than this is taken at once.")
            .define(
                    POLL_INTERVAL_MS,
                    Type.LONG,
                    DEFAULT_POLL_INTERVAL_MS,
                    Range.between(1, Duration.ofHours(1).toMillis()),
                    Importance.LOW,
                    "How often the directory is looked through, in milliseconds.")
            .define(
                    DONE_DIRECTORY,
                    Type.STRING,
                    "done",
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Where files go that Kafka has, for this connector alone; a relative path is below the watched"
                            + " directory and never watched itself. To another file system files are copied.")
            .define(
                    FAILED_DIRECTORY,
                    Type.STRING,
                    "failed",
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Where files go that cannot be taken, each with a .reason.txt beside it; relative as done.directory.")
            .define(
                    MAX_DOCUMENT_BYTES,
                    Type.INT,
                    Topics.MAX_DOCUMENT_BYTES,
                    Range.between(1, Topics.MAX_DOCUMENT_BYTES),
                    Importance.LOW,
                    "Largest document that is taken, uncompressed, in bytes.")
            .define(
                    TOPIC,
                    Type.STRING,
                    Topics.DOCUMENTS.name(),
                    new ConfigDef.NonEmptyString(),
                    Importance.LOW,
                    "Topic for documents.")
            .define(
                    DEAD_LETTER_TOPIC,
                    Type.STRING,
                    Topics.INGEST_DLQ.name(),
                    new ConfigDef.NonEmptyString(),
                    Importance.LOW,
                    "Topic for references to what cannot be taken.");

    /**
     * Reads settings that {@link #check} has passed.
     *
     * @throws ConfigException at the first setting that is wrong
     */
    static DirectorySourceConfig of(Map<String, String> settings) {
        Map<String, Object> values = DEF.parse(settings);
        Path directory =
                real(Path.of((String) values.get(DIRECTORY)).toAbsolutePath().normalize());
        String source = (String) values.get(SOURCE);
        return new DirectorySourceConfig(
                directory,
                source == null ? settings.get(CONNECTOR_NAME) : source,
                (String) values.get(PROVIDER),
                FileFilter.of((String) values.get(INCLUDE), (String) values.get(EXCLUDE)),
                Duration.ofMillis((Long) values.get(SETTLE_MS)),
                Duration.ofMillis((Long) values.get(POLL_INTERVAL_MS)),
                real(directory.resolve((String) values.get(DONE_DIRECTORY)).normalize()),
                real(directory.resolve((String) values.get(FAILED_DIRECTORY)).normalize()),
                (Integer) values.get(MAX_DOCUMENT_BYTES),
                (String) values.get(TOPIC),
                (String) values.get(DEAD_LETTER_TOPIC));
    }

    /** Without symbolic links as far as the path exists, so that paths can be compared. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }

    /** Every problem of the settings, each at its key: what the definition finds, unknown keys, and how values go together. */
    static Config check(Map<String, String> settings) {
        List<ConfigValue> values = DEF.validate(settings);
        Stream<ConfigValue> unknown = SourceSettings.unknown(DEF, settings);
        if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
            checkTogether(settings, values);
        }
        return new Config(Stream.concat(values.stream(), unknown).toList());
    }

    private static void checkTogether(Map<String, String> settings, List<ConfigValue> values) {
        DirectorySourceConfig config;
        try {
            config = of(settings);
        } catch (InvalidPathException | ConfigException e) {
            report(values, DIRECTORY, e.getMessage());
            return;
        }
        if (!SourceSettings.isName(config.source())) {
            report(
                    values,
                    SOURCE,
                    "The connector's name '" + config.source() + "' cannot name the source: set 'source' to a name of"
                            + " letters, digits, dots, hyphens, underscores");
        }
        if (!Files.isDirectory(config.directory())) {
            report(
                    values,
                    DIRECTORY,
                    config.directory() + (Files.exists(config.directory()) ? " is not a directory" : " does not exist")
                            + " on this worker: create it or name another");
        } else if (!Files.isReadable(config.directory()) || !Files.isWritable(config.directory())) {
            report(
                    values,
                    DIRECTORY,
                    "No permission to read and write " + config.directory() + ": give it to the user that runs the"
                            + " worker, or name another directory");
        }
        if (config.done().equals(config.failed())) {
            report(values, FAILED_DIRECTORY, "The same as done.directory: name two different directories");
        }
        for (String key : List.of(DONE_DIRECTORY, FAILED_DIRECTORY)) {
            Path shelf = key.equals(DONE_DIRECTORY) ? config.done() : config.failed();
            if (config.directory().startsWith(shelf)) {
                report(values, key, shelf + " holds the watched directory: name one beside or below it");
            }
        }
    }

    private static void report(List<ConfigValue> values, String key, String message) {
        values.stream().filter(value -> value.name().equals(key)).forEach(value -> value.addErrorMessage(message));
    }
}
