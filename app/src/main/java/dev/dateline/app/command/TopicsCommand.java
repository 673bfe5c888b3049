package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.TopicAdmin;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "topics",
        description = "Create Dateline's topics and register their schemas, or check them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(apply | verify)")
final class TopicsCommand implements Runnable {
    private final Environment environment;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    TopicsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "dateline topics needs a command: apply or verify");
    }

    @Command(
            name = "apply",
            description = "Create what is missing, set what differs; never changes the number of partitions.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin SettingsOptions settings) throws Exception {
        try (TopicAdmin admin = new TopicAdmin(settings.load(environment))) {
            List<String> done = admin.apply();
            done.forEach(environment.terminal().out()::println);
            environment.terminal().say(done.isEmpty() ? "Topics and schemas are as they should be." : "Done.");
            return 0;
        }
    }

    @Command(
            name = "verify",
            description = "Compare with what should be; exit code 1 when something differs.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin SettingsOptions settings) throws Exception {
        try (TopicAdmin admin = new TopicAdmin(settings.load(environment))) {
            List<String> problems = admin.verify();
            problems.forEach(environment.terminal().out()::println);
            if (problems.isEmpty()) {
                environment.terminal().say("Topics and schemas are as they should be.");
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }
}
