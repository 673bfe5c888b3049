package dev.dateline.app.pipeline;

import dev.dateline.app.pipeline.PackFeed.Update;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.PackException;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.PackRecords;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.tag.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: the shipped ones with the packs of the rules topic. All packs are loaded before the first article is
 * tagged; from then on a thread follows the topic and puts a new rule set in the place of the old one. A pack that cannot
 * be used is told of in the log, and the last usable one under its id stays.
 */
final class LiveRules implements Supplier<RuleSet>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveRules.class);
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final PackFeed feed;
    private final PackReader reader = PackReader.forShipped();
    private final Function<Packs, RuleSet> build;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread follower = new Thread(this::follow, "dateline-rules");
    /** Those of which the rule set is made; of the follower alone once it runs. */
    private Packs packs = Packs.NONE;

    private volatile RuleSet inForce;

    private LiveRules(PackFeed feed, Function<Packs, RuleSet> build) {
        this.feed = feed;
        this.build = build;
    }

    /**
     * Loads all packs and follows the topic.
     *
     * @param build makes the rule set of packs; takes about a second
     * @throws IllegalStateException when the packs cannot be read
     */
    static LiveRules start(Settings settings, Function<Packs, RuleSet> build) {
        LiveRules rules = new LiveRules(new PackFeed(settings), build);
        try {
            rules.load(rules.feed.toEnd(LOAD_LIMIT));
        } catch (RuntimeException e) {
            rules.feed.close();
            throw e;
        }
        rules.follower.setDaemon(true);
        rules.follower.start();
        return rules;
    }

    @Override
    public RuleSet get() {
        return inForce;
    }

    private void load(List<Update> updates) {
        for (Update update : updates) {
            packs = with(packs, update);
        }
        inForce = build.apply(packs);
        log.info("rules in force: {}", inForce.id());
    }

    private void follow() {
        try (feed) {
            boolean troubled = false;
            while (!closing.await(troubled ? BETWEEN_ATTEMPTS.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                try {
                    replace(feed.next());
                    troubled = false;
                } catch (RuntimeException e) {
                    if (!troubled) {
                        log.warn(
                                "cannot follow the rule packs, {} stay in force; trying on: {}",
                                inForce.id(),
                                e.toString());
                    }
                    troubled = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replace(List<Update> updates) {
        Packs next = packs;
        for (Update update : updates) {
            next = with(next, update);
        }
        if (next == packs) {
            return;
        }
        try {
            RuleSet made = build.apply(next);
            log.info("rules in force: {} instead of {}", made.id(), inForce.id());
            packs = next;
            inForce = made;
        } catch (RuntimeException e) {
            log.error("no rules can be made with {}; {} stay in force: {}", next.suffix(), inForce.id(), e.toString());
        }
    }

    private Packs with(Packs before, Update update) {
        if (update.problem() != null) {
            log.error("rule pack {} is not used, what was in force of it stays: {}", update.id(), update.problem());
            return before;
        }
        if (update.pack() == null) {
            return before.without(update.id());
        }
        try {
            Pack pack = PackRecords.read(reader, update.id(), update.pack());
            return before.with(pack.label(), pack);
        } catch (PackException e) {
            log.error(
                    "rule pack {} is not used, what was in force of it stays: {}",
                    update.id(),
                    e.getMessage().replace("\n", "; "));
            return before;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            follower.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
