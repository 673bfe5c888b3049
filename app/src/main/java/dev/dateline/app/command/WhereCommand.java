package dev.dateline.app.command;

import dev.dateline.app.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "where")
final class WhereCommand implements Callable<Integer> {
    WhereCommand(Environment environment) {}

    @Override
    public Integer call() {
        return 1;
    }
}
