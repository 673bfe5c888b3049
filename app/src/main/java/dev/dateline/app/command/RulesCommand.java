package dev.dateline.app.command;

import dev.dateline.app.Environment;
import dev.dateline.app.pipeline.PackShelf;
import dev.dateline.app.pipeline.PackShelf.Published;
import dev.dateline.app.pipeline.Topologies;
import dev.dateline.app.report.Table;
import dev.dateline.app.report.Terminal;
import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.PackRecords;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.taggers.Taggers;
import dev.dateline.model.ArticleJson;
import dev.dateline.model.RulePack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Rule packs that add to the shipped tagging rules: show, try, publish, take back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | test | apply | remove)",
        subcommands = RulesTestCommand.class)
final class RulesCommand implements Runnable {
    private final Environment environment;

    @Spec
    private CommandSpec spec;

    RulesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "dateline rules needs a command: list, show, test, apply or remove");
    }

    @Command(
            name = "list",
            description = "Show the packs that are published. Exit code 1 when one cannot be used.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin SettingsOptions settings,
            @Option(names = "--json", description = "One JSON object per line, the packs' text included.")
                    boolean json) {
        List<Published> all = shelf(settings.load(environment)).read();
        if (json) {
            all.stream()
                    .filter(one -> one.record() != null)
                    .forEach(one -> environment.terminal().out().println(ArticleJson.write(one.record())));
        } else {
            print(all);
        }
        all.stream().filter(one -> one.problem() != null).forEach(one -> environment
                .terminal()
                .say("@|bold,red dateline:|@ " + one.id() + " cannot be used: "
                        + one.problem().replace("\n", "; ")));
        return all.stream().anyMatch(one -> one.problem() != null) ? 1 : 0;
    }

    @Command(name = "show", description = "Print a published pack as it was written.", mixinStandardHelpOptions = true)
    int show(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "ID", description = "Id of the pack, as `rules list` shows it.") String id) {
        environment
                .terminal()
                .out()
                .print(published(shelf(settings.load(environment)).read(), id).getYaml());
        return 0;
    }

    @Command(
            name = "apply",
            description =
                    "Check a pack, publish it, and wait until the brokers have it. Running instances use it within"
                            + " seconds, for what they tag from then on.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin SettingsOptions settings, @Parameters(paramLabel = "PACK", description = "YAML file.") Path file)
            throws Exception {
        PackReader reader = PackReader.forShipped();
        PackFile read = PackFile.read(reader, file);
        Settings effective = settings.load(environment);
        PackShelf shelf = new PackShelf(effective, reader);
        List<Published> published = shelf.read();
        RulePack before = published.stream()
                .filter(one -> one.id().equals(read.pack().id()) && one.record() != null)
                .map(Published::record)
                .findFirst()
                .orElse(null);
        if (before != null && isThere(read, before)) {
            environment.terminal().say(read.pack().label() + " is published already, with the same text.");
            return 0;
        }
        publish(
                effective,
                shelf,
                PackShelf.usable(published).with(file.toString(), read.pack()),
                read.pack(),
                read.yaml());
        return 0;
    }

    @Command(
            name = "remove",
            description = "Take a pack back: publish its next version, with nothing in it.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "ID", description = "Id of the pack, as `rules list` shows it.") String id)
            throws Exception {
        Settings effective = settings.load(environment);
        PackReader reader = PackReader.forShipped();
        PackShelf shelf = new PackShelf(effective, reader);
        List<Published> published = shelf.read();
        int version = published(published, id).getVersion() + 1;
        String yaml = "# Taken back.\npack: " + id + "\nversion: " + version + "\n";
        Pack empty = reader.read(id, yaml.getBytes(StandardCharsets.UTF_8));
        publish(effective, shelf, PackShelf.usable(published).with(id, empty), empty, yaml);
        return 0;
    }

    /** True when nothing is to be done; a version that is not higher with another text is an error. */
    private boolean isThere(PackFile file, RulePack before) {
        Pack pack = file.pack();
        if (pack.version() > before.getVersion()) {
            return false;
        }
        if (pack.version() == before.getVersion()
                && PackRecords.sha256(file.yaml()).equals(before.getSha256())) {
            return true;
        }
        throw new IllegalStateException(file.path() + ": version " + before.getVersion() + " of " + pack.id()
                + " is published, and " + pack.version() + " is not higher: set `version: " + (before.getVersion() + 1)
                + "`; `dateline rules show " + pack.id() + "` prints what is published");
    }

    /** Makes the taggers first, as every instance will: what fails here fails before the topic. */
    private void publish(Settings settings, PackShelf shelf, Packs together, Pack pack, String yaml) throws Exception {
        Taggers taggers = Topologies.taggersWith(settings).apply(together);
        shelf.publish(PackRecords.of(pack, yaml, environment.clock().instant()));
        environment
                .terminal()
                .say("Published " + pack.label() + "; the rules are now " + taggers.id()
                        + ". What is tagged already stays as it is.");
    }

    private RulePack published(List<Published> all, String id) {
        return all.stream()
                .filter(one -> one.id().equals(id) && one.record() != null)
                .map(Published::record)
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "no pack '" + id + "' is published; see `dateline rules list`"));
    }

    private static PackShelf shelf(Settings settings) {
        return new PackShelf(settings, PackReader.forShipped());
    }

    private void print(List<Published> all) {
        Terminal terminal = environment.terminal();
        if (all.isEmpty()) {
            terminal.say("No pack is published; the shipped rules are in force.");
            return;
        }
        Table table = new Table("PACK", "VERSION", "PUBLISHED", "SHA-256", "ADDS");
        for (Published one : all) {
            RulePack record = one.record();
            table.row(
                    one.id(),
                    record == null ? "?" : Integer.toString(record.getVersion()),
                    record == null
                            ? "?"
                            : record.getPublishedAt()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString(),
                    record == null ? "?" : record.getSha256().substring(0, 12),
                    one.pack() == null ? "cannot be used" : adds(one.pack()));
        }
        table.lines(terminal.width()).forEach(terminal.out()::println);
    }

    private static String adds(Pack pack) {
        return pack.isEmpty()
                ? "nothing"
                : String.format(
                        "%d names of places, %d hints, %d topics, %d names of blocs, %d names of organisations",
                        pack.places().size(),
                        pack.hints().size(),
                        pack.topics().size(),
                        pack.blocs().size(),
                        pack.organisations().size());
    }
}
