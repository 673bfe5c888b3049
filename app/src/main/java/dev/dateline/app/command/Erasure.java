package dev.dateline.app.command;

import dev.dateline.app.pipeline.Confirmations;
import dev.dateline.app.pipeline.Course;
import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.DocumentReplay;
import dev.dateline.app.pipeline.HoldBook;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.app.pipeline.Leftovers;
import dev.dateline.app.pipeline.PutAwayFiles.PutAway;
import dev.dateline.app.pipeline.Rulings;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.Takedown;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** Erases one article, step by step; what each step did is in {@link #report}. */
final class Erasure {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Settings settings;
    private final ErasureTarget target;
    private final Watch watch;
    private final Map<Path, String> stuck = new TreeMap<>();
    private Instant ordered;
    private Confirmations confirmations;

    Erasure(Settings settings, ErasureTarget target, Watch watch) {
        this.settings = settings;
        this.target = target;
        this.watch = watch;
    }

    /** First of all, so that nothing of the article is taken any more while the rest goes on. */
    void order(String by, String reason, Instant at) throws ExecutionException, InterruptedException {
        ordered = at;
        Rulings.publish(settings, new Ruling(target.articleId(), RulingKind.ERASE, by, reason, at, null));
    }

    /** Removes documents and files. */
    void remove() {
        try (DocumentReplay documents = new DocumentReplay(settings)) {
            target.documents().forEach(documents::erase);
            documents.finish();
        }
        for (PutAway file : target.files()) {
            try {
                Files.deleteIfExists(file.file());
            } catch (IOException e) {
                stuck.put(file.file(), e.toString());
            }
        }
    }

    /** Returns when every sink has confirmed, when the time is over, or when the end was asked for. */
    void awaitStores(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        do {
            confirmations = Confirmations.read(settings, Course.UNWATCHED);
            SortedSet<String> sinks = confirmations.sinks();
            if (sinks.stream().allMatch(sink -> erasedBy(sink) != null)) {
                return;
            }
        } while (System.nanoTime() < deadline && !watch.endsWithin(BETWEEN_LOOKS, "waiting for the stores to confirm"));
    }

    /** A sink's word that the erased article is gone; null without one. */
    private Takedown erasedBy(String sink) {
        Takedown takedown = confirmations.of(target.articleId(), sink);
        return takedown == null || takedown.getRevision() != null ? null : takedown;
    }

    ErasureReport report(Instant now) throws InterruptedException, ExecutionException {
        ErasureReport report = new ErasureReport();
        documents(report, now);
        files(report);
        topics(report);
        for (String sink : confirmations.sinks()) {
            Takedown takedown = erasedBy(sink);
            if (takedown == null) {
                report.remains(sink, "?", "not confirmed yet; look again with the same command");
            } else {
                Duration after = Duration.between(ordered, takedown.getRemovedAt());
                report.gone(
                        sink,
                        "",
                        "confirmed " + takedown.getRemovedAt()
                                + (after.isNegative() ? ", before" : ", after " + Durations.of(after)));
            }
        }
        Leftovers.of(settings, target.articleId(), target.holdings(), watch.toTheEnd("looking for what remains"))
                .forEach(report::remains);
        return report;
    }

    private void documents(ErasureReport report, Instant now) throws InterruptedException, ExecutionException {
        Duration kept = Leftovers.kept(settings, Topics.DOCUMENTS);
        List<KeptDocument> documents = target.documents();
        String bytes = kept == null ? "" : ", by " + ErasureReport.day(now.plus(kept)) + " at the latest";
        report.gone(
                Topics.DOCUMENTS.name(),
                Counted.of(documents.size(), "document"),
                documents.isEmpty() ? "nothing to do" : "tombstones; the log loses the bytes by compaction" + bytes);
    }

    private void files(ErasureReport report) {
        for (PutAway file : target.files()) {
            String trouble = stuck.get(file.file());
            if (trouble == null) {
                report.gone(file.file().toString(), "1 file", "deleted");
            } else {
                report.remains(file.file().toString(), "1 file", "cannot be deleted: " + trouble);
            }
        }
        target.elsewhere()
                .forEach((source, uris) -> report.remains(
                        "files of source " + source,
                        "?",
                        "source not configured here; where it is collected, delete from done/: "
                                + String.join(" ", uris)));
    }

    private void topics(ErasureReport report) throws InterruptedException, ExecutionException {
        String found = target.current()
                .map(article -> "revision " + article.getRevision())
                .orElse("none");
        for (Topic topic : List.of(Topics.ENRICHED, Topics.PUBLIC_ARTICLES)) {
            if (CurrentArticles.find(settings, topic, target.articleId(), watch.toTheEnd("looking at " + topic.name()))
                    .isEmpty()) {
                report.gone(topic.name(), topic.equals(Topics.ENRICHED) ? found : "", "none, or a tombstone");
            } else {
                report.remains(
                        topic.name(), found, "still there: does enrich run? It carries the order out when it does");
            }
        }
        long holds = new HoldBook(settings)
                .read().stream()
                        .flatMap(hold -> hold.getCandidates().stream())
                        .filter(candidate ->
                                target.articleId().equals(candidate.getArticleId()) && candidate.getHeadline() != null)
                        .count();
        if (holds > 0) {
            report.remains(
                    Topics.HOLDS.name(),
                    Counted.of(holds, "headline"),
                    "until the hold is decided; see `dateline holds list`");
        }
    }
}
