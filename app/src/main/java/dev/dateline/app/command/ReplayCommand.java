package dev.dateline.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Send history through the pipeline once more.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(articles | documents)",
        subcommands = {ReplayArticlesCommand.class, ReplayDocumentsCommand.class})
final class ReplayCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dateline replay needs a command: articles or documents");
    }
}
