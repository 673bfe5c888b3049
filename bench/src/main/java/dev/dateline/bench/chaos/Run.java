package dev.dateline.bench.chaos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run: start, wire and faults, rest, verdict. */
final class Run {
    /** Readers are at their places by then. */
    private static final long FIRST_FILE_MILLIS = 2_000;

    private static final int LINE_MILLIS = 10_000;
    private static final Duration LEAST_REST = Duration.ofMinutes(10);

    private final Options options;
    private final Parts parts;
    private final RunClock clock;
    private final Truth truth = new Truth();
    private final Sightings sightings = new Sightings();
    private final Feeder feeder;
    private final Agent agent;
    private final TopicWatch topics;

    private Run(Options options, Parts parts, RunClock clock) {
        this.options = options;
        this.parts = parts;
        this.clock = clock;
        this.feeder = new Feeder(parts.wire(), truth, sightings, clock);
        this.agent = new Agent(parts, clock, Run::say);
        this.topics = new TopicWatch(parts.direct(), sightings, clock);
    }

    static Report of(Options options, InstantSource time) throws Exception {
        say("seed " + options.seed() + ", " + options.minutes() + " min at " + options.rate() + " files/s");
        try (Workplace workplace = Workplace.open(options.dataDir())) {
            say("starting brokers, registry, PostgreSQL and stages under " + workplace.directory());
            try (Parts parts = new Parts(workplace.directory())) {
                workplace.onShutdown(parts);
                parts.start();
                RunClock clock = new RunClock(time, time.instant().plusMillis(FIRST_FILE_MILLIS));
                return new Run(options, parts, clock).run();
            }
        }
    }

    private Report run() throws Exception {
        Duration length = Duration.ofMinutes(options.minutes());
        List<Fault> faults = Schedule.of(options.seed(), length, parts.disk().isPresent());
        if (parts.disk().isEmpty()) {
            say("no disk is filled: mounting a small one takes root");
        }
        Thread[] watches = {
            start("topic-watch", topics),
            start("store-watch", new StoreWatch(parts.direct(), sightings, clock)),
            start("progress", this::report)
        };
        Thread chaos = start("agent", () -> play(faults));
        feeder.feed(new Generator(options.seed(), options.rate(), length));
        chaos.join();
        parts.heal();
        say("the wire has ended and everything is mended; waiting for rest");
        long ended = clock.millis();
        List<Violation> violations = new ArrayList<>(new Rest(parts, truth, clock, LEAST_REST.plus(length)).await());
        long rested = clock.millis();
        for (Thread watch : watches) {
            watch.interrupt();
            watch.join();
        }
        violations.addAll(sightings.violations());
        return new Report(options, figures(rested - ended), agent.begun(), List.copyOf(violations));
    }

    private void play(List<Fault> faults) {
        try {
            agent.play(faults);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> figures(long restMillis) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", options.seed());
        figures.put("files delivered", feeder.delivered());
        figures.put("articles", truth.articles().size());
        figures.put("articles killed", truth.killed());
        figures.put("records of the enriched topic", topics.enriched());
        figures.put("takedowns confirmed", topics.takedowns());
        figures.put("kill to gone, all", Report.percentiles(sightings.removals()));
        figures.put(
                "kill to gone, nothing broken",
                Report.percentiles(sightings.removals().stream()
                        .filter(removal -> agent.quiet(removal.killMillis(), removal.goneMillis()))
                        .toList()));
        figures.put("processes that ended by themselves", parts.ended());
        figures.put("faults that went otherwise", agent.troubles().isEmpty() ? "none" : agent.troubles());
        figures.put("seconds to rest", restMillis / 1000);
        figures.put("violations seen on the way", sightings.violationCount());
        return figures;
    }

    private void report() {
        try {
            while (true) {
                say(String.format(
                        Locale.ROOT,
                        "%5d s: %,d files, %,d changes, %,d kills done, %,d under way, %d violations, broken: %s",
                        clock.millis() / 1000,
                        feeder.delivered(),
                        topics.enriched(),
                        sightings.removals().size(),
                        sightings.dying().size(),
                        sightings.violationCount(),
                        agent.broken().isEmpty() ? "nothing" : String.join(", ", agent.broken())));
                Thread.sleep(LINE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void say(String what) {
        System.err.println("chaos: " + what);
    }
}
