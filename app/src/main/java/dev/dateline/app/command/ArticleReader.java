package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.ingest.document.Opened;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The articles in the PATH arguments; what is none is named on standard error and counted. */
final class ArticleReader {
    private final Environment environment;
    private final Parsers parsers;
    private long rejected;

    ArticleReader(Environment environment, Parsers parsers) {
        this.environment = environment;
        this.parsers = parsers;
    }

    /** Gives each article to {@code consumer}, in order. */
    void forEach(Inputs inputs, Consumer<Article> consumer) throws IOException {
        inputs.forEach(environment, parsing(consumer));
    }

    /** Gives each article in files as they were delivered to {@code consumer}, in order. */
    void forEach(Delivery delivery, List<String> paths, Consumer<Article> consumer) throws IOException {
        delivery.forEach(environment, paths, parsing(consumer));
    }

    private Consumer<Opened> parsing(Consumer<Article> consumer) {
        return opened -> {
            if (opened instanceof Opened.Readable readable) {
                for (Parsed parsed : parsers.parse(readable.document())) {
                    if (parsed instanceof Parsed.Accepted accepted) {
                        consumer.accept(accepted.article());
                    } else if (parsed instanceof Parsed.Rejected refusal) {
                        reject(opened.uri(), refusal.reason());
                    }
                }
            } else {
                reject(opened.uri(), Reasons.of(opened));
            }
        };
    }

    /** Documents and parts of them that were no articles. */
    long rejected() {
        return rejected;
    }

    private void reject(String uri, String reason) {
        rejected++;
        environment.terminal().err().println(uri + ": rejected: " + reason);
    }
}
