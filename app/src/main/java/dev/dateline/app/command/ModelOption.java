package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.settings.SettingKeys;
import dev.dateline.app.settings.Settings;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option by which commands that tag take a topic model. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Topic model that `dateline train` made; short for --set " + SettingKeys.TOPIC_MODEL + "=FILE.")
    private String file;

    boolean isGiven() {
        return file != null;
    }

    Settings load(Environment environment, SettingsOptions settings) {
        return settings.load(environment, file == null ? Map.of() : Map.of(SettingKeys.TOPIC_MODEL, file));
    }
}
