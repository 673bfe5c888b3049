package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.Retagging;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.EnrichedArticle;
import java.io.IOException;

/** Tags articles here and compares with the tags they have. */
final class DryRun {
    private final Taggers taggers;
    private final Terminal terminal;
    private final Retagging retagging = new Retagging();
    private long failed;

    DryRun(Taggers taggers, Terminal terminal) {
        this.taggers = taggers;
        this.terminal = terminal;
    }

    /** One on which a tagger fails would keep its tags, as it does at the gate. */
    void tag(EnrichedArticle article) {
        Tagging tagging = taggers.tag(article.getArticle(), false);
        if (tagging.failures().isEmpty()) {
            retagging.add(article.getTags(), tagging.tags());
            return;
        }
        failed++;
        terminal.err().println(article.getArticleId() + ": keeps its tags: " + String.join(", ", tagging.failures()));
    }

    void print(LeftOut leftOut) {
        terminal.out()
                .println(String.format(
                        "%,d articles tagged by rules %s; the tags of %,d would change.%s",
                        retagging.articles() + failed, taggers.id(), retagging.changed(), leftOut));
        new RetaggingReport(retagging.report()).print(terminal);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("rules", taggers.id());
        json.writeNumberField("articles", retagging.articles() + failed);
        json.writeNumberField("changed", retagging.changed());
        json.writeNumberField("failed", failed);
        new RetaggingReport(retagging.report()).write(json);
    }
}
