package dev.dateline.app.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What to tell a person about a failure: the thing, the cause and the way out, one line each. */
final class Messages {
    private Messages() {}

    static List<String> of(Throwable failure) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return List.of("there is no file or directory " + missing.getFile());
        }
        if (cause instanceof AccessDeniedException denied) {
            return List.of("no permission for " + denied.getFile() + ": check its owner and mode");
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException || cause instanceof TimeoutException) {
            return List.of("Kafka did not answer (" + cause.getMessage()
                    + "): is the pipeline running, and kafka.bootstrap.servers right? See `dateline config`");
        }
        if (cause instanceof java.net.ConnectException) {
            return List.of("the schema registry did not answer: is the pipeline running, and schema.registry.url right?"
                    + " See `dateline config`");
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().filter(line -> !line.isBlank()).toList();
    }
}
