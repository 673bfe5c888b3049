package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.push.GatewayClient;
import dev.dateline.app.push.PushedDocument;
import dev.dateline.app.push.Pushes;
import dev.dateline.app.report.Progress;
import dev.dateline.app.settings.SettingsException;
import dev.dateline.ingest.document.Opened;
import dev.dateline.ingest.source.WatchedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options by which {@code publish} sends to a gateway instead of to Kafka, and what it does then. */
final class HttpPublish {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A watched directory waits for its gateway as long as it takes. */
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Send to the gateway at this address instead of to Kafka: https://HOST:PORT.")
    private URI gateway;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the provider's token on its first line, for --to.")
    private Path tokenFile;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description =
                    "With --to: watch a directory and send what arrives, until told to stop. Files go to done/ in it once"
                            + " Kafka has them, or to failed/ with the reason beside them.")
    private Path directory;

    private long published;
    private long refused;

    boolean isAsked() {
        return gateway != null;
    }

    boolean watches() {
        return directory != null;
    }

    /** What does not go together, one line each. */
    List<String> problems(boolean paths) {
        List<String> problems = new ArrayList<>();
        if (isAsked() && (gateway.getHost() == null || !List.of("http", "https").contains(gateway.getScheme()))) {
            problems.add("--to " + gateway + " is no address of a gateway: write https://HOST:PORT");
        }
        if (isAsked() && tokenFile == null) {
            problems.add("--to needs --token-file");
        }
        if (!isAsked() && (tokenFile != null || watches())) {
            problems.add("--token-file and --watch need --to");
        }
        if (watches() == paths) {
            problems.add(paths ? "give either PATH or --watch" : "give PATH, or --watch with --to");
        }
        return problems;
    }

    /** Sends files; true if none was refused. */
    boolean sendFiles(Environment environment, Delivery delivery, List<String> paths)
            throws IOException, InterruptedException {
        try (Shutdown shutdown = Shutdown.onSignal();
                Progress progress = progress(environment)) {
            Pushes pushes = new Pushes(client(PATIENCE, shutdown), (document, refusal) -> {
                count(environment, document.address(), refusal);
                progress.update("published " + published);
            });
            try {
                delivery.forEach(environment, paths, opened -> send(environment, pushes, opened));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            pushes.finish();
            if (shutdown.askedWithin(Duration.ZERO)) {
                environment.terminal().say("Stopped; give the command again to send the rest, nothing comes twice.");
                return false;
            }
        }
        environment.terminal().say("Published " + published + " documents to " + gateway + ".");
        return refused == 0;
    }

    private void send(Environment environment, Pushes pushes, Opened opened) {
        try {
            if (opened instanceof Opened.Readable readable) {
                pushes.add(PushedDocument.of(opened.uri(), readable.document().bytes()));
            } else {
                count(environment, opened.uri(), Reasons.of(opened));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends what arrives until told to stop. */
    void sendArrivals(Environment environment) throws IOException, InterruptedException {
        try (Shutdown shutdown = Shutdown.onSignal();
                Progress progress = progress(environment);
                WatchedDirectory watched = WatchedDirectory.open(directory, environment.clock(), System::nanoTime)) {
            GatewayClient client = client(FOR_EVER, shutdown);
            environment
                    .terminal()
                    .say("Sending what arrives in " + directory + " to " + gateway + "; Ctrl-C stops it.");
            while (!shutdown.askedWithin(Duration.ZERO)) {
                sendArrivals(environment, client, watched);
                progress.update("published " + published);
            }
        }
    }

    private void sendArrivals(Environment environment, GatewayClient client, WatchedDirectory watched)
            throws IOException, InterruptedException {
        List<WatchedDirectory.Entry> documents = new ArrayList<>();
        for (WatchedDirectory.Entry entry : watched.poll()) {
            if (entry.bytes() == null) {
                count(environment, entry.uri(), entry.reason());
                watched.taken(entry);
            } else {
                documents.add(entry);
            }
        }
        List<String> refusals = documents.isEmpty()
                ? null
                : client.push(documents.stream()
                        .map(entry -> PushedDocument.of(entry.uri(), entry.bytes()))
                        .toList());
        for (int i = 0; refusals != null && i < refusals.size(); i++) {
            count(environment, documents.get(i).uri(), refusals.get(i));
            if (refusals.get(i) == null) {
                watched.taken(documents.get(i));
            } else {
                watched.refused(documents.get(i), refusals.get(i));
            }
        }
    }

    private void count(Environment environment, String uri, String refusal) {
        if (refusal == null) {
            published++;
        } else {
            refused++;
            environment.terminal().err().println(uri + ": not published: " + refusal);
        }
    }

    private GatewayClient client(Duration patience, Shutdown shutdown) throws IOException {
        String token = Files.readString(tokenFile, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (!token.matches("[\\x21-\\x7E]+")) {
            throw new SettingsException(List.of(tokenFile + " has no token on its first line: --token-file names the"
                    + " file that holds the one of `dateline gateway token`"));
        }
        return new GatewayClient(gateway, token, patience, shutdown::askedWithin);
    }

    private static Progress progress(Environment environment) {
        return new Progress(environment.terminal().err(), environment.terminal().interactive());
    }
}
