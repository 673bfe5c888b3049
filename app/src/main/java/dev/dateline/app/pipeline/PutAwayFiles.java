package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.document.DocumentReader;
import dev.dateline.ingest.document.Opened;
import dev.dateline.ingest.web.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that a source of this machine has put away in done/ or failed/, by what they hold and not by name alone. */
public final class PutAwayFiles {
    /**
     * A file with a document that is looked for.
     *
     * @param others documents in it that are not
     */
    public record PutAway(Path file, long others) {}

    /** What a source adds to a name that is taken already: {@code a.20261031T120000000Z.xml}. */
    private static final String ADDED = "(\\.\\d{8}T\\d{9}Z(-\\d+)?)?";

    /** Of the digest, that are in the id of a document. */
    private static final int DIGITS = 16;

    private static final Pattern LINE = Pattern.compile("#\\d+$");

    private final List<Settings.Source> sources;

    public PutAwayFiles(Settings settings) {
        this.sources = settings.sources();
    }

    /**
     * What the id of a document tells.
     *
     * @param sha256 the first digits of the digest of its bytes
     */
    private record Address(String source, String uri, String sha256) {
        private static final Pattern ID = Pattern.compile("([^/]+)/(.+)@([0-9a-f]{16})", Pattern.DOTALL);

        static Optional<Address> of(String documentId) {
            Matcher parts = ID.matcher(documentId);
            return parts.matches()
                    ? Optional.of(new Address(parts.group(1), parts.group(2), parts.group(3)))
                    : Optional.empty();
        }
    }

    /** Addresses of documents by their source, for those sources that are not configured here; items of feeds are no files. */
    public Map<String, Set<String>> elsewhere(Collection<String> documentIds) {
        Set<String> here = sources.stream().map(Settings.Source::name).collect(Collectors.toSet());
        Map<String, Set<String>> elsewhere = new TreeMap<>();
        documentIds.stream()
                .flatMap(id -> Address.of(id).stream())
                .filter(address -> !here.contains(address.source()) && !Links.isWeb(address.uri()))
                .forEach(address -> elsewhere
                        .computeIfAbsent(address.source(), none -> new TreeSet<>())
                        .add(address.uri()));
        return elsewhere;
    }

    /**
     * The files that hold documents, those that are gone already left out.
     *
     * @throws IOException if a directory cannot be read
     */
    public List<PutAway> of(Collection<String> documentIds) throws IOException {
        List<Address> addresses =
                documentIds.stream().flatMap(id -> Address.of(id).stream()).toList();
        Map<Path, PutAway> files = new TreeMap<>();
        for (Settings.Source source : sources) {
            List<Address> own = addresses.stream()
                    .filter(address -> address.source().equals(source.name()))
                    .toList();
            Set<String> digests = own.stream().map(Address::sha256).collect(Collectors.toSet());
            for (Address address : own) {
                for (Path candidate : candidates(source, address.uri())) {
                    holding(source, candidate, digests).ifPresent(file -> files.put(file.file(), file));
                }
            }
        }
        return List.copyOf(files.values());
    }

    private static List<Path> candidates(Settings.Source source, String uri) throws IOException {
        if (source.hasFeeds()) {
            return List.of();
        }
        Path directory = Path.of(source.config().get("directory"));
        String entry = uri.contains("!/") ? uri.substring(0, uri.indexOf("!/")) : uri;
        List<Path> candidates = new ArrayList<>();
        for (String shelf : List.of("done", "failed")) {
            Path root = directory.resolve(source.config().getOrDefault(shelf + ".directory", shelf));
            // A set of names, because an address may be all three at once.
            for (String name :
                    new LinkedHashSet<>(List.of(uri, entry, LINE.matcher(entry).replaceFirst("")))) {
                candidates.addAll(below(root, name));
            }
        }
        return candidates;
    }

    /** Nothing for an address that is no path, or one that leads out of the directory. */
    private static List<Path> below(Path root, String address) throws IOException {
        try {
            Path wanted = root.resolve(address).normalize();
            return wanted.startsWith(root.normalize()) && !wanted.equals(root.normalize()) ? named(wanted) : List.of();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private static List<Path> named(Path wanted) throws IOException {
        String name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.') <= 0 ? name.length() : name.lastIndexOf('.');
        Pattern names =
                Pattern.compile(Pattern.quote(name.substring(0, dot)) + ADDED + Pattern.quote(name.substring(dot)));
        if (!Files.isDirectory(wanted.getParent())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(wanted.getParent())) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The file, if it holds a document of one of the digests. */
    private static Optional<PutAway> holding(Settings.Source source, Path file, Set<String> digests) {
        DocumentReader reader =
                new DocumentReader(source.name(), source.config().get("provider"));
        try (Stream<Opened> documents = reader.open(file, file.getFileName().toString(), Instant.EPOCH)) {
            Map<Boolean, Long> counts = documents.collect(Collectors.partitioningBy(
                    opened -> opened instanceof Opened.Readable readable
                            && digests.contains(readable.document().sha256().substring(0, DIGITS)),
                    Collectors.counting()));
            return counts.get(true) == 0 ? Optional.empty() : Optional.of(new PutAway(file, counts.get(false)));
        }
    }
}
