package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.ingest.gateway.Token;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "gateway",
        description = "Who may push documents to the gateway; `dateline start gateway` runs it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(token)",
        subcommands = GatewayCommand.TokenCommand.class)
final class GatewayCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dateline gateway needs a command: token");
    }

    @Command(
            name = "token",
            description = "Make a token for a provider: prints the token, then the line for gateway.tokens.file.",
            mixinStandardHelpOptions = true)
    static final class TokenCommand implements Callable<Integer> {
        private final Environment environment;

        @Parameters(paramLabel = "PROVIDER", description = "Provider under whose name the articles go.")
        private String provider;

        @Spec
        private CommandSpec spec;

        TokenCommand(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            String token = Token.fresh(new SecureRandom());
            try {
                String line = Token.line(provider, token);
                environment.terminal().out().println(token);
                environment.terminal().out().println(line);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
            environment
                    .terminal()
                    .say("The first line is for the provider, and is shown this once; the second goes into the file of"
                            + " gateway.tokens.file.");
            return 0;
        }
    }
}
