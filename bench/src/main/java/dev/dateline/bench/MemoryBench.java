package dev.dateline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Memory of the process while the enrich application reads a million articles: what is left on the heap after a collection,
 * and what the operating system counts, in which RocksDB's share is.
 */
public final class MemoryBench {
    private static final int ARTICLES = 1_000_000;
    private static final int STEP = 100_000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private long next;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "logging/command.xml");
        Corpus corpus = new Corpus(Bench.SAMPLE_WIRE);
        try (EnrichBench bench = new EnrichBench(corpus, ARTICLES)) {
            double rate = bench.enrich(new MemoryBench()::report);
            System.out.printf(Locale.ROOT, "%,.0f articles/s%n", rate);
        }
        System.exit(0);
    }

    private void report(long articles) {
        if (articles >= next) {
            next = articles - articles % STEP + STEP;
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles: heap after collection %,d MB, process %s%n",
                    articles,
                    heap >> 20,
                    resident());
        }
    }

    private static String resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
