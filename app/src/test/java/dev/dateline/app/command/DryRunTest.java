package dev.dateline.app.command;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.sealed;
import static dev.dateline.model.TestArticles.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Tag;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private static final Taggers TAGGERS = Taggers.shipped();
    private static final Article ARTICLE = sealed(version("a", 1, "Japan and Peru sign fishing accord"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            200);
    private final DryRun run = new DryRun(TAGGERS, terminal);

    @Test
    void tagsThatWouldComeGoOrChangeAreCountedAndTheArticleIsLeftAsItWas() throws Exception {
        List<Tag> before = new ArrayList<>(TAGGERS.tag(ARTICLE, false).tags());
        before.removeIf(tag -> tag.getCode().equals("PE"));
        before.replaceAll(tag ->
                tag.getCode().equals("JP") ? Tag.newBuilder(tag).setScore(0.1).build() : tag);
        before.add(new Tag("country", "NO", "Norway", 0.9, "gazetteer", List.of()));
        EnrichedArticle tagged = enriched(before);

        run.tag(tagged);
        run.tag(enriched(TAGGERS.tag(ARTICLE, false).tags()));

        assertThat(tagged.getTags()).isEqualTo(before);
        JsonNode report = json();
        assertThat(report.path("articles").asInt()).isEqualTo(2);
        assertThat(report.path("changed").asInt()).isEqualTo(1);
        Map<String, JsonNode> codes = new HashMap<>();
        report.path("codes").forEach(code -> codes.put(code.path("code").asText(), code));
        assertThat(codes).containsOnlyKeys("JP", "NO", "PE");
        assertThat(codes.get("PE").path("added").asInt()).isEqualTo(1);
        assertThat(codes.get("NO").path("removed").asInt()).isEqualTo(1);
        assertThat(codes.get("JP").path("rescored").asInt()).isEqualTo(1);
        assertThat(codes.get("JP").path("becameAbout").asInt()).isEqualTo(1);
    }

    @Test
    void tagsWithOtherReasonsCountAsTheyDoAtTheGate() throws Exception {
        List<Tag> before = new ArrayList<>(TAGGERS.tag(ARTICLE, false).tags());
        before.replaceAll(tag -> Tag.newBuilder(tag).setEvidence(List.of()).build());

        run.tag(enriched(before));

        JsonNode report = json();
        assertThat(report.path("changed").asInt()).isEqualTo(1);
        assertThat(report.path("changedInReasons").asInt()).isEqualTo(1);
        assertThat(report.path("codes")).isEmpty();
    }

    @Test
    void aPersonSeesATableAndASentence() {
        run.tag(enriched(List.of()));
        LeftOut leftOut = new LeftOut();
        leftOut.killed();

        run.print(leftOut);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("SCHEME", "NOW ABOUT", "country", "Japan");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        TAGGERS.id() + " instead of what tagged them: 1 of 1 articles change.", "Left out: 1 killed.");
    }

    @Test
    void withoutChangesThereIsNoTable() {
        run.tag(enriched(TAGGERS.tag(ARTICLE, false).tags()));

        run.print(new LeftOut());

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("0 of 1 articles change.");
    }

    private JsonNode json() throws Exception {
        try (JsonLines lines = new JsonLines(terminal.out())) {
            lines.line(run::write);
        }
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static EnrichedArticle enriched(List<Tag> tags) {
        return EnrichedArticle.newBuilder()
                .setArticleId(ARTICLE.getArticleId())
                .setRevision(1)
                .setState(ArticleState.CURRENT)
                .setPublishable(true)
                .setArticle(ARTICLE)
                .setTags(tags)
                .setEnrichedAt(NOON)
                .build();
    }
}
