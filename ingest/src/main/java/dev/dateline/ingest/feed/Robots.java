package dev.dateline.ingest.feed;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What hosts allow, RFC 9309: kept for a day; a host without a robots.txt allows all, one whose robots.txt cannot be had
 * for the moment (5xx, 429, no answer) nothing but what it allowed before.
 */
final class Robots {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_WITHOUT_ANSWER = Duration.ofMinutes(1);
    /** Longest pause between two requests that a host can ask for. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    /** Rules of all hosts together, about 30 MB. */
    private static final int MOST_RULES = 200_000;
    /** What a host costs without any rule, in rules. */
    private static final int WEIGHT_OF_HOST = 4;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int NO_WARNINGS = 0;

    /** @param trouble why the rules could not be had, or null */
    private record Known(SimpleRobotRules rules, String trouble, Instant until) {
        int weight() {
            return WEIGHT_OF_HOST + rules.getRobotRules().size();
        }
    }

    private final Fetcher fetcher;
    private final String product;
    private final InstantSource clock;
    private final LinkedHashMap<String, Known> hosts = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /** @param userAgent as it is sent; its first word is the name that rules are looked up by */
    Robots(Fetcher fetcher, String userAgent, InstantSource clock) {
        this.fetcher = fetcher;
        this.product = userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    /** Why an address may not be fetched, or null. Asks the host if its rules are not known. */
    String refusal(URI address) {
        Known known = rules(WebAddress.origin(address));
        if (known.rules().isAllowed(address.toString())) {
            return null;
        }
        return known.trouble() != null && known.rules().isAllowNone()
                ? "robots.txt of " + address.getHost() + " cannot be had (" + known.trouble()
                        + "), and without it nothing is fetched; " + FeedSourceConfig.ROBOTS + "=false goes without"
                : "robots.txt of " + address.getHost() + " does not allow " + product
                        + " to fetch it; ask the publisher";
    }

    /** Pause that the host asks for between requests, as far as its rules are known. */
    Duration delay(URI address) {
        Known known;
        synchronized (hosts) {
            known = hosts.get(WebAddress.origin(address));
        }
        long millis =
                known == null ? BaseRobotRules.UNSET_CRAWL_DELAY : known.rules().getCrawlDelay();
        return millis == BaseRobotRules.UNSET_CRAWL_DELAY
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }

    private Known rules(String origin) {
        Known before;
        synchronized (hosts) {
            before = hosts.get(origin);
        }
        if (before != null && clock.instant().isBefore(before.until())) {
            return before;
        }
        Known known = ask(origin, before);
        synchronized (hosts) {
            Known replaced = hosts.put(origin, known);
            weight += known.weight() - (replaced == null ? 0 : replaced.weight());
            Iterator<Map.Entry<String, Known>> eldest = hosts.entrySet().iterator();
            while (weight > MOST_RULES && hosts.size() > 1) {
                weight -= eldest.next().getValue().weight();
                eldest.remove();
            }
        }
        return known;
    }

    private Known ask(String origin, Known before) {
        URI address = URI.create(origin + "/robots.txt");
        Fetched answer = fetcher.fetch(address, Validators.NONE, hop -> null);
        Instant now = clock.instant();
        if (answer instanceof Fetched.Body body) {
            // Not thread-safe, and without state worth keeping.
            SimpleRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS)
                    .parseContent(address.toString(), body.bytes(), "text/plain", List.of(product));
            return new Known(rules, null, now.plus(KEPT));
        }
        Fetched.Failed failed = answer instanceof Fetched.Failed failure
                ? failure
                : new Fetched.Failed(0, "answers what was not asked", null);
        boolean none = failed.status() >= CLIENT_ERROR
                && failed.status() < SERVER_ERROR
                && failed.status() != TOO_MANY_REQUESTS;
        if (none) {
            return new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), null, now.plus(KEPT));
        }
        SimpleRobotRules rules = before == null ? new SimpleRobotRules(RobotRulesMode.ALLOW_NONE) : before.rules();
        return new Known(rules, failed.reason(), now.plus(KEPT_WITHOUT_ANSWER));
    }
}
