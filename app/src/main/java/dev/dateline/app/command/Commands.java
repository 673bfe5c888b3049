package dev.dateline.app.command;

import dev.dateline.app.Environment;
import picocli.CommandLine.IFactory;

/** Makes the command objects: those that need the environment get it by their only constructor. */
final class Commands implements IFactory {
    private final Environment environment;

    Commands(Environment environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Environment.class).newInstance(environment);
        } catch (NoSuchMethodException e) {
            return picocli.CommandLine.defaultFactory().create(type);
        }
    }
}
