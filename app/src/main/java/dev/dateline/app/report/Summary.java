package dev.dateline.app.report;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Outcome;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Stage;
import dev.dateline.model.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that ends a run: what came in, what was not simply stored and why, the articles, where to look next. */
public final class Summary {
    private static final int MOST_ROWS = 60;

    private final Terminal terminal;

    public Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the page; returns whether everything that came in could be used. */
    public boolean print(Settings settings, EventTally tally) throws SQLException {
        long rejected = tally.count(Stage.PARSE, Outcome.REJECTED) + tally.count(Stage.GATE, Outcome.DROPPED);
        heading("What came in");
        line(tally.documents() + " documents held " + tally.count(Stage.PARSE, Outcome.PARSED) + " article versions; "
                + rejected + " could not be used.");
        if (tally.documents() == 0) {
            line("Files that could not be read are in failed/ of their source, each with the reason beside it.");
            return true;
        }
        line("The gate: " + tally.describe(Stage.GATE) + ".");
        printNotable(tally.notable());
        printArticles(
                StoredArticles.read(settings, tally.articles(), MOST_ROWS + 1),
                tally.articles().size());
        return rejected == 0;
    }

    private void printNotable(List<PipelineEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        heading("What was not simply stored, and why");
        Table table = new Table("OUTCOME", "FILE", "WHY");
        events.stream()
                .limit(MOST_ROWS)
                .forEach(event -> table.row(
                        lower(event.getOutcome().name()),
                        event.getUri() == null ? event.getArticleId() : event.getUri(),
                        event.getReason()));
        print(table, events.size());
    }

    private void printArticles(List<StoredArticles.Row> rows, int total) {
        heading("Articles in the store");
        Table table = new Table("STATUS", "ABOUT", "TOPICS", "FROM", "HEADLINE");
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> table.row(
                        row.status() + (row.version() == null ? "" : " v" + row.version()),
                        row.countries(),
                        row.topics(),
                        row.provider(),
                        row.headline() == null ? "(no text) " + row.articleId() : row.headline()));
        print(table, total);
    }

    /** Where to look next. */
    public void printPlaces(Settings settings) {
        heading("Where to look next");
        String psql = settings.postgresUrl()
                .replaceFirst("^jdbc:postgresql://", "postgresql://" + settings.postgresUser() + "@");
        line("psql \"" + psql + "\" -c 'SELECT article_id, headline FROM dateline.public_article'");
        line("./dateline tail --bootstrap-servers " + settings.bootstrapServers() + " --schema-registry-url "
                + settings.registryUrl());
        line("topics at " + settings.bootstrapServers() + ": "
                + List.of(Topics.ENRICHED, Topics.PUBLIC_ARTICLES, Topics.EVENTS).stream()
                        .map(topic -> topic.name())
                        .collect(Collectors.joining(", ")));
        line("connectors at " + settings.connectListener() + "/connectors; schemas at " + settings.registryUrl()
                + "/subjects");
        if (settings.hasGateway()) {
            line("documents are taken at " + settings.gateway().listener() + "/documents");
        }
    }

    private void print(Table table, int total) {
        List<String> lines = table.lines(terminal.width());
        terminal.out().println(terminal.styled("@|faint " + lines.get(0) + "|@"));
        lines.stream().skip(1).forEach(terminal.out()::println);
        if (total > MOST_ROWS) {
            line("… and " + (total - MOST_ROWS) + " more");
        }
    }

    private void heading(String text) {
        terminal.out().println();
        terminal.out().println(terminal.styled("@|bold " + text + "|@"));
    }

    private void line(String text) {
        terminal.out().println(text);
    }

    private static String lower(String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
