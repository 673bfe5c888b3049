package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.ingest.document.Opened;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "parse",
        description = "Read documents without Kafka: one JSON line for each article or rejected document. Exit code 1 when"
                + " something was rejected.",
        mixinStandardHelpOptions = true)
final class ParseCommand implements Callable<Integer> {
    private final Environment environment;
    private boolean rejected;

    @Mixin
    private Inputs inputs;

    @Mixin
    private SettingsOptions settings;

    ParseCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Parsers parsers = Topologies.parsers(settings.load(environment));
        try (JsonLines lines = new JsonLines(environment.terminal().out())) {
            inputs.forEach(environment, opened -> {
                if (opened instanceof Opened.Readable readable) {
                    for (Parsed parsed : parsers.parse(readable.document())) {
                        write(lines, opened.uri(), parsed);
                    }
                } else {
                    write(lines, opened.uri(), new Parsed.Rejected("unknown", 0, Reasons.of(opened)));
                }
            });
        }
        return rejected ? 1 : 0;
    }

    private void write(JsonLines lines, String file, Parsed parsed) {
        lines.line(json -> {
            json.writeStringField("file", file);
            if (parsed instanceof Parsed.Accepted accepted) {
                writeArticle(json, accepted.article());
            } else if (parsed instanceof Parsed.Rejected refusal) {
                rejected = true;
                json.writeStringField("outcome", "rejected");
                json.writeStringField("format", refusal.format());
                json.writeStringField("reason", refusal.reason());
            }
        });
    }

    private static void writeArticle(JsonGenerator json, Article article) throws IOException {
        json.writeStringField("outcome", "article");
        json.writeStringField("format", article.getProvenance().getFormat());
        json.writeFieldName("article");
        ArticleJson.write(article, json);
    }
}
