package dev.dateline.app.command;

import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.PackException;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.Packs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option by which commands that tag files take rule packs. */
final class PackOption {
    @Option(
            names = "--pack",
            paramLabel = "FILE",
            description = "Rule pack to add to the shipped rules; may be repeated.")
    private List<Path> files = new ArrayList<>();

    Packs load() throws IOException {
        if (files.isEmpty()) {
            return Packs.NONE;
        }
        PackReader reader = PackReader.forShipped();
        Packs packs = Packs.NONE;
        for (Path file : files) {
            Pack pack = PackFile.read(reader, file).pack();
            if (packs.all().stream().anyMatch(other -> other.id().equals(pack.id()))) {
                throw new PackException(List.of(file + ": pack " + pack.id() + " is given twice: leave one out"));
            }
            packs = packs.with(file.toString(), pack);
        }
        return packs;
    }
}
