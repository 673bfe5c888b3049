package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tag",
        description =
                "Parse and tag without Kafka: one JSON line for each article. Exit code 1 when something was rejected.",
        mixinStandardHelpOptions = true)
final class TagCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Inputs inputs;

    @Option(
            names = "--ignore-given",
            description = "Use none of the codes and places that the sender put on the article.")
    private boolean ignoreGiven;

    @Mixin
    private ModelOption model;

    @Mixin
    private PackOption packs;

    @Mixin
    private SettingsOptions settings;

    TagCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Settings effective = model.load(environment, settings);
        ArticleReader articles = new ArticleReader(environment, Topologies.parsers(effective));
        Taggers taggers = Topologies.taggersWith(effective).apply(packs.load());
        try (JsonLines lines = new JsonLines(environment.terminal().out())) {
            articles.forEach(inputs, article -> write(lines, article, taggers.id(), taggers.tag(article, ignoreGiven)));
        }
        return articles.rejected() > 0 ? 1 : 0;
    }

    private void write(JsonLines lines, Article article, String rules, Tagging tagging) {
        tagging.failures()
                .forEach(failure ->
                        environment.terminal().err().println(article.getArticleId() + ": a tagger failed: " + failure));
        lines.line(json -> {
            field(json, "articleId", article.getArticleId());
            field(json, "guid", article.getGuid());
            field(json, "headline", article.getHeadline());
            field(json, "language", article.getLanguage());
            field(json, "pubStatus", article.getPubStatus().name());
            field(json, "rules", rules);
            array(json, "tags", tagging.tags());
            array(json, "quotes", tagging.quotes());
        });
    }

    private static void array(JsonGenerator json, String name, List<? extends SpecificRecord> records)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (SpecificRecord record : records) {
            ArticleJson.write(record, json);
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
