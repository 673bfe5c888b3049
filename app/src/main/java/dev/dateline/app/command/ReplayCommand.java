package dev.dateline.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Send history through the pipeline once more.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(articles)",
        subcommands = ReplayArticlesCommand.class)
final class ReplayCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dateline replay needs a command: articles");
    }
}
