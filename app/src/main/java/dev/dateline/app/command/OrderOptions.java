package dev.dateline.app.command;

import dev.dateline.app.Environment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every order about one article says: which, why and by whom. It is kept for good. */
final class OrderOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the article, provider/guid, as `dateline tail` shows it.")
    private String id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; kept for good with the order, so without text of the article.")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "Who orders it; the user of this system by default.")
    private String by;

    /** To be called before anything else. */
    void check(Environment environment) {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason is empty: say why, the order is kept for good");
        }
        if (by(environment) == null || by(environment).isBlank()) {
            throw new ParameterException(spec.commandLine(), "nobody is named: say who orders it with --by NAME");
        }
        if (id.indexOf('/') < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' is no id of an article: it is provider/guid, as `dateline tail` shows it");
        }
    }

    String id() {
        return id;
    }

    String reason() {
        return reason.strip();
    }

    String by(Environment environment) {
        return by == null ? environment.user() : by;
    }

    static Instant now(Environment environment) {
        return environment.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
