package dev.dateline.bench.chaos;

import dev.dateline.app.settings.Settings;
import dev.dateline.bench.chaos.Violation.Kind;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Waits until nothing moves any more: no file waits, no topic grows, no row changes. What is still wrong after a minute
 * and a half without any movement stays wrong.
 */
final class Rest {
    private static final Duration STILL = Duration.ofSeconds(10);
    private static final Duration STILL_FOR_GOOD = Duration.ofSeconds(90);
    private static final int BETWEEN_LOOKS_MILLIS = 1_000;

    private final Parts parts;
    private final Findings findings;
    private final Truth truth;
    private final RunClock clock;
    private final Duration limit;

    /** @param limit longest wait */
    Rest(Parts parts, Truth truth, RunClock clock, Duration limit) {
        this.parts = parts;
        this.findings = new Findings(parts);
        this.truth = truth;
        this.clock = clock;
        this.limit = limit;
    }

    /** What is wrong in the end. */
    List<Violation> await() throws Exception {
        long deadline = clock.millis() + limit.toMillis();
        String last = "";
        long since = clock.millis();
        long judged = -1;
        List<Violation> violations = List.of();
        while (clock.millis() < deadline) {
            String now = movement();
            if (!now.equals(last) || now.startsWith("?")) {
                last = now;
                since = clock.millis();
                judged = -1;
            }
            long still = clock.millis() - since;
            if (still >= STILL.toMillis() && (judged < 0 || clock.millis() - judged > STILL.toMillis())) {
                violations = findings.violations(new Verdict(truth, clock.millis()));
                judged = clock.millis();
                if (violations.isEmpty() || still >= STILL_FOR_GOOD.toMillis()) {
                    return violations;
                }
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        violations = new ArrayList<>(findings.violations(new Verdict(truth, clock.millis())));
        violations.add(new Violation(
                Kind.NEEDS_OPERATOR, "pipeline", "rest", "it still moves after " + limit.toSeconds() + " s: " + last));
        return violations;
    }

    /** Different whenever something has moved; begins with a question mark when it cannot be told. */
    private String movement() {
        try (TopicReader reader = new TopicReader(
                parts.direct(), List.of(Topics.DOCUMENTS, Topics.ARTICLES, Topics.ENRICHED, Topics.PUBLIC_ARTICLES))) {
            return waiting() + " files, offsets " + reader.end() + ", store " + stored(parts.direct());
        } catch (SQLException | IOException | RuntimeException e) {
            return "? " + e;
        }
    }

    private long waiting() throws IOException {
        try (Stream<Path> files = Files.list(parts.wire())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static String stored(Settings settings) throws SQLException {
        try (Connection connection = StoreWatch.connect(settings);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) || ' ' || max(stored_at) FROM dateline.article")) {
            row.next();
            return row.getString(1);
        }
    }
}
