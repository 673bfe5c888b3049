package dev.dateline.app.command;

import dev.dateline.app.pipeline.Course;
import dev.dateline.app.pipeline.Holdings;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.app.settings.Settings;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which documents; all without any. */
final class DocumentSelection {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only documents received at this time or later: an instant, or a date, which is 00:00 UTC.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only documents received before this time.")
    private Instant to = Instant.MAX;

    @Option(names = "--provider", paramLabel = "ID", description = "Only documents of this provider; may be repeated.")
    private Set<String> providers = new HashSet<>();

    @Option(
            names = "--id",
            paramLabel = "ARTICLE-ID",
            description =
                    "Only documents that hold or held this article; may be repeated. All documents of its provider"
                            + " are read here to find them.")
    private Set<String> articles = new LinkedHashSet<>();

    @Option(
            names = "--document",
            paramLabel = "ID",
            description =
                    "Only the document with this id, the key of its record; may be repeated, and given beside --id.")
    private Set<String> documents = new LinkedHashSet<>();

    private final Set<String> notFound = new LinkedHashSet<>();
    private Holdings holdings;

    /** To be called before anything else. */
    void check() {
        if (!from.isBefore(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from " + from + " is not before --to " + to + ": nothing lies between");
        }
    }

    /** To be called before the documents are read. */
    void prepare(Settings settings, Course course) throws InterruptedException {
        notFound.addAll(articles);
        notFound.addAll(documents);
        if (!articles.isEmpty()) {
            holdings = Holdings.of(settings, articles, course);
        }
    }

    /** Whether a document may be meant, by its id and headers alone. One that tells no time or provider never is. */
    boolean mayMean(KeptDocument document) {
        Instant received = document.receivedAt();
        if (received == null || received.isBefore(from) || !received.isBefore(to)) {
            return false;
        }
        if (document.provider() == null || (!providers.isEmpty() && !providers.contains(document.provider()))) {
            return false;
        }
        return (articles.isEmpty() && documents.isEmpty())
                || documents.contains(document.id())
                || (holdings != null && holdings.mayHold(document));
    }

    /** Whether one that may be meant is. */
    boolean means(KeptDocument document) {
        boolean named = notFound.remove(document.id()) || documents.contains(document.id());
        Set<String> held = holdings == null ? Set.of() : holdings.heldBy(document);
        notFound.removeAll(held);
        return named || !held.isEmpty() || (articles.isEmpty() && documents.isEmpty());
    }

    /** Ids of articles and documents that were asked for and of which {@link #means} has found nothing. */
    Set<String> notFound() {
        return notFound;
    }
}
