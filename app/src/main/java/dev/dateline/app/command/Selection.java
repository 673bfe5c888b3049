package dev.dateline.app.command;

import dev.dateline.model.Article;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which articles; all without any. */
final class Selection {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only articles of this time or later: an instant, or a date, which is 00:00 UTC. An article's"
                    + " time is its versionCreated, or when it was received where the sender gives none.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only articles before this time.")
    private Instant to = Instant.MAX;

    @Option(names = "--provider", paramLabel = "ID", description = "Only articles of this provider; may be repeated.")
    private Set<String> providers = new HashSet<>();

    @Option(names = "--id", paramLabel = "ID", description = "Only the article with this id; may be repeated.")
    private Set<String> ids = new LinkedHashSet<>();

    private final Set<String> notFound = new LinkedHashSet<>();

    /** To be called before anything else. */
    void check() {
        if (!from.isBefore(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from " + from + " is not before --to " + to + ": nothing lies between");
        }
        notFound.addAll(ids);
    }

    /** Whether an article may be meant, by its id alone. */
    boolean mayMean(String id) {
        notFound.remove(id);
        return (ids.isEmpty() || ids.contains(id))
                && (providers.isEmpty() || providers.stream().anyMatch(provider -> id.startsWith(provider + "/")));
    }

    /** Whether an article is in the range of time. */
    boolean spans(Article article) {
        Instant time = article.getVersionCreated() == null ? article.getReceivedAt() : article.getVersionCreated();
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Ids that were asked for and of which {@link #mayMean} has not heard. */
    Set<String> notFound() {
        return notFound;
    }
}
