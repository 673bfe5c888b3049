package dev.dateline.app.command;

import dev.dateline.app.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "config",
        description = "Print the effective configuration, secrets hidden.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private SettingsOptions settings;

    ConfigCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        settings.load(environment).describe().forEach(environment.terminal().out()::println);
        return 0;
    }
}
