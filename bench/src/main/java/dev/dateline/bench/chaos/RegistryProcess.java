package dev.dateline.bench.chaos;

import dev.dateline.app.embedded.RegistryServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The registry as a process: the journal's file and the port are its arguments. It runs until it is ended. */
final class RegistryProcess {
    private RegistryProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (RegistryServer server = RegistryServer.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            new CountDownLatch(1).await();
        }
    }
}
