package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.HoldBook;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.Hold;
import dev.dateline.model.HoldCandidate;
import dev.dateline.model.HoldState;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.SlugNoticeKind;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "holds",
        description = "Kills that came under a new id and mean no or several articles: show them, decide them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | confirm | reject)")
final class HoldsCommand implements Runnable {
    private final Environment environment;

    @Spec
    private CommandSpec spec;

    HoldsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dateline holds needs a command: list, confirm or reject");
    }

    @Command(
            name = "list",
            description = "Show what waits and what is held, one line for each article that may be meant.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin SettingsOptions settings,
            @Option(names = "--all", description = "Closed ones, too.") boolean all,
            @Option(names = "--json", description = "One JSON object per line.") boolean json)
            throws Exception {
        List<Hold> holds = new HoldBook(settings.load(environment))
                .read().stream().filter(hold -> all || isOpen(hold)).toList();
        if (json) {
            holds.forEach(hold -> environment.terminal().out().println(hold));
        } else {
            print(holds);
        }
        return 0;
    }

    @Command(
            name = "confirm",
            description = "Carry a kill out on the articles named, or on all that it may mean.",
            mixinStandardHelpOptions = true)
    int confirm(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "HOLD", description = "Id of the hold, as `holds list` shows it.") String id,
            @Parameters(index = "1..*", paramLabel = "ARTICLE", description = "Articles that are meant; all without.")
                    List<String> articles)
            throws Exception {
        List<String> meant = articles == null ? List.of() : articles;
        Settings effective = settings.load(environment);
        Hold hold = open(effective, id);
        List<String> unknown = meant.stream()
                .filter(article -> hold.getCandidates().stream()
                        .noneMatch(candidate -> candidate.getArticleId().equals(article)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the kill may not mean " + unknown + "; `dateline holds list` shows what it may");
        }
        if (meant.isEmpty() && hold.getCandidates().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no article under the slug is known yet; the kill waits for it by itself");
        }
        say(effective, hold, SlugNoticeKind.CONFIRM, meant);
        environment
                .terminal()
                .say("Confirmed: " + (meant.isEmpty() ? hold.getCandidates().size() : meant.size())
                        + " articles are killed.");
        return 0;
    }

    @Command(
            name = "reject",
            description = "Drop a kill: it means no article of ours.",
            mixinStandardHelpOptions = true)
    int reject(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "HOLD", description = "Id of the hold, as `holds list` shows it.") String id)
            throws Exception {
        Settings effective = settings.load(environment);
        say(effective, open(effective, id), SlugNoticeKind.REJECT, List.of());
        environment.terminal().say("Rejected: nothing is killed.");
        return 0;
    }

    private void say(Settings settings, Hold hold, SlugNoticeKind kind, List<String> targets) throws Exception {
        new HoldBook(settings)
                .say(new SlugNotice(
                        kind,
                        hold.getProvider(),
                        hold.getSlug(),
                        hold.getHoldId(),
                        null,
                        null,
                        targets,
                        environment.clock().instant()));
    }

    private Hold open(Settings settings, String id) throws Exception {
        return new HoldBook(settings)
                .read().stream()
                        .filter(hold -> hold.getHoldId().equals(id) && isOpen(hold))
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "no open hold has the id " + id + "; see `dateline holds list`"));
    }

    private static boolean isOpen(Hold hold) {
        return hold.getState() == HoldState.HELD || hold.getState() == HoldState.WAITING;
    }

    private void print(List<Hold> holds) {
        Terminal terminal = environment.terminal();
        if (holds.isEmpty()) {
            terminal.say("No kill waits or is held.");
            return;
        }
        Table table = new Table("STATE", "HOLD", "SLUG", "MAY MEAN", "OF", "HEADLINE");
        for (Hold hold : holds) {
            String state = hold.getState().name().toLowerCase(Locale.ROOT);
            if (hold.getCandidates().isEmpty()) {
                table.row(state, hold.getHoldId(), hold.getSlug(), "", "", hold.getReason());
            }
            for (HoldCandidate candidate : hold.getCandidates()) {
                table.row(
                        state,
                        hold.getHoldId(),
                        hold.getSlug(),
                        candidate.getArticleId(),
                        candidate.getAt().truncatedTo(ChronoUnit.MINUTES).toString(),
                        candidate.getHeadline());
            }
        }
        terminal.out().println(table.lines(terminal.width()).stream().collect(Collectors.joining("\n")));
    }
}
