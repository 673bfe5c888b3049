package dev.dateline.app.command;

import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.enrich.evaluate.AxisReport;
import dev.dateline.enrich.evaluate.CodeScore;
import dev.dateline.enrich.evaluate.Confusion;
import dev.dateline.enrich.evaluate.Quality;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows an evaluation to a person. */
final class EvaluationTables {
    private static final int MOST_CODES = 40;

    private final Terminal terminal;

    EvaluationTables(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One line for each way of averaging, and the single best codes. */
    void overview(List<AxisReport> axes) {
        Table table = new Table("COMPARED", "ARTICLES", "OVER", "PRECISION", "RECALL", "F1");
        for (AxisReport axis : axes) {
            if (axis.counted() == 0) {
                table.row(axis.axis().label(), "0", "the sender gave no codes of it", "", "", "");
                continue;
            }
            row(table, axis.axis().label(), count(axis.counted()), "all codes", axis.micro());
            row(table, "", "", "codes the sender uses", axis.microInUse());
            row(table, "", "", "mean of those codes", axis.macro());
        }
        print(table);
        Table best = new Table("HIGHEST-SCORED CODE", "RIGHT", "OF", "ACCURACY");
        for (AxisReport axis : axes) {
            if (axis.best() != null && axis.best().of() > 0) {
                best.row(
                        axis.axis().label(),
                        count(axis.best().right()),
                        count(axis.best().of()),
                        figure(axis.best().value()));
            }
        }
        if (!best.isEmpty()) {
            terminal.out().println();
            print(best);
        }
    }

    /** The codes of one axis and what was confused. */
    void axis(AxisReport axis) {
        if (axis.counted() == 0) {
            return;
        }
        heading(axis.axis().label() + ": " + count(axis.counted()) + " articles, " + count(axis.notCounted())
                + " without such codes left out");
        Table codes = new Table("CODE", "WANTED", "GOT", "RIGHT", "PRECISION", "RECALL", "F1", "NAME");
        for (CodeScore code :
                axis.codes().subList(0, Math.min(MOST_CODES, axis.codes().size()))) {
            Quality quality = code.quality();
            codes.row(
                    code.code(),
                    count(code.wanted()),
                    count(code.got()),
                    count(code.right()),
                    figure(quality.precision()),
                    figure(quality.recall()),
                    figure(quality.f1()),
                    code.name());
        }
        print(codes);
        if (axis.codes().size() > MOST_CODES) {
            terminal.out().println("… and " + (axis.codes().size() - MOST_CODES) + " more; --json has all");
        }
        if (!axis.confusions().isEmpty()) {
            heading(axis.axis().label() + ": most often confused");
            print(confusions(axis));
        }
    }

    private static Table confusions(AxisReport axis) {
        Map<String, CodeScore> byCode = axis.codes().stream().collect(Collectors.toMap(CodeScore::code, code -> code));
        Table table = new Table("COUNT", "WANTED", "GOT");
        for (Confusion confusion : axis.confusions()) {
            table.row(
                    count(confusion.count()),
                    named(byCode.get(confusion.wanted()), "nothing more"),
                    named(byCode.get(confusion.got()), "nothing"));
        }
        return table;
    }

    private static String named(CodeScore code, String otherwise) {
        return code == null ? otherwise : code.name() == null ? code.code() : code.code() + " " + code.name();
    }

    private static void row(Table table, String label, String articles, String over, Quality quality) {
        table.row(label, articles, over, figure(quality.precision()), figure(quality.recall()), figure(quality.f1()));
    }

    private void heading(String text) {
        terminal.out().println();
        terminal.out().println(terminal.styled("@|bold " + text + "|@"));
    }

    private void print(Table table) {
        table.lines(terminal.width()).forEach(terminal.out()::println);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String figure(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
