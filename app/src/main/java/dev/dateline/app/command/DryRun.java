package dev.dateline.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.ChangeTally;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.util.List;

/** Tags articles here and compares with the tags they have. */
final class DryRun {
    private static final String STORED = "what tagged them";

    private final Taggers taggers;
    private final Terminal terminal;
    private final ChangeTally tally = new ChangeTally();
    private long failed;

    DryRun(Taggers taggers, Terminal terminal) {
        this.taggers = taggers;
        this.terminal = terminal;
    }

    /** One on which a tagger fails would keep its tags, as it does at the gate. */
    void tag(EnrichedArticle article) {
        Tagging tagging = taggers.tag(article.getArticle(), false);
        if (tagging.failures().isEmpty()) {
            Tagging stored = new Tagging(article.getTags(), article.getQuotes(), List.of());
            tally.add(article.getArticle(), stored, tagging);
            return;
        }
        failed++;
        terminal.err().println(article.getArticleId() + ": keeps its tags: " + String.join(", ", tagging.failures()));
    }

    void print(LeftOut leftOut) {
        new ChangeReport(STORED, taggers.id(), tally).print(terminal);
        if (!leftOut.toString().isEmpty()) {
            terminal.say(leftOut.toString().trim());
        }
    }

    void write(JsonGenerator json) throws IOException {
        new ChangeReport(STORED, taggers.id(), tally).write(json);
        json.writeNumberField("failed", failed);
    }
}
