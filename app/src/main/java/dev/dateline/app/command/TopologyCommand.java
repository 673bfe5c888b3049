package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Topologies;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "topology",
        description = "Print the topologies of the parse and the enrich application as Kafka Streams sees them.",
        mixinStandardHelpOptions = true)
final class TopologyCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private SettingsOptions settings;

    TopologyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Topologies topologies = Topologies.shipped(settings.load(environment), environment.clock());
        environment.terminal().out().println("# parse\n" + topologies.parse().describe());
        environment.terminal().out().println("# enrich\n" + topologies.enrich().describe());
        return 0;
    }
}
