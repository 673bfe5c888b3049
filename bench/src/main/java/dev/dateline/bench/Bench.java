package dev.dateline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs everything, prints the table and writes docs/benchmarks.md; takes about half an hour. With {@code --only PART} it runs
 * one part, prints its rows and writes nothing.
 */
public final class Bench {
    static final Path SAMPLE_WIRE = Path.of("app/src/main/resources/sample-wire");
    private static final Path PAGE = Path.of("docs/benchmarks.md");
    private static final Map<String, Integer> NUMBERS = Map.of("--articles", 80_000, "--rate", 500, "--seconds", 120);
    private static final String ONLY = "--only";

    private Bench() {}

    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception e) {
            say("failed: " + e);
            System.exit(1); // else what was started would keep the process
        }
    }

    private static void run(String[] args) throws Exception {
        // Before the first logger: without a configuration Kafka's debug messages are what is measured.
        System.setProperty("logback.configurationFile", "logging/command.xml");
        Map<String, String> options = options(args);
        int articles = number(options, "--articles");
        Map<String, BenchParts.Part> parts = BenchParts.of(
                new Corpus(SAMPLE_WIRE),
                articles,
                number(options, "--rate"),
                Duration.ofSeconds(number(options, "--seconds")));
        String only = options.get(ONLY);
        if (only != null) {
            require(parts.containsKey(only), "there is no part '" + only + "': choose one of " + parts.keySet());
            parts.get(only).run().forEach(result -> System.out.println(result.row()));
            return;
        }
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, BenchParts.Part> part : parts.entrySet()) {
            say(part.getKey());
            results.addAll(part.getValue().run());
        }
        String page = page(results, articles);
        Files.writeString(PAGE, page);
        System.out.println(page);
        say("written to " + PAGE);
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            require(
                    (ONLY.equals(args[i]) || NUMBERS.containsKey(args[i])) && i + 1 < args.length,
                    "unknown option or no value: " + args[i] + "; there are " + ONLY + ", "
                            + String.join(", ", new TreeSet<>(NUMBERS.keySet())));
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static int number(Map<String, String> options, String name) {
        String given = options.getOrDefault(name, Integer.toString(NUMBERS.get(name)));
        require(given.matches("[1-9]\\d{0,8}"), name + " must be a number from 1, and not " + given);
        return Integer.parseInt(given);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            say(otherwise);
            System.exit(2);
        }
    }

    /** What was measured and how stands in a resource; the rows come below it. */
    private static String page(List<Result> results, int articles) throws IOException {
        try (InputStream in = Bench.class.getResourceAsStream("/benchmarks.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(
                                    "{processors}",
                                    Integer.toString(Runtime.getRuntime().availableProcessors()))
                            .replace(
                                    "{java}", Integer.toString(Runtime.version().feature()))
                            .replace("{articles}", String.format(Locale.ROOT, "%,d", articles))
                            .replace("{rounds}", Integer.toString(BenchParts.ROUNDS))
                    + results.stream().map(Result::row).collect(Collectors.joining("\n"))
                    + "\n";
        }
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }
}
