package dev.dateline.ingest.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The dialects in use: those shipped with Dateline, and users' own, which replace shipped ones of the same id. */
public final class Dialects {
    private static final List<String> SHIPPED = List.of(
            "default",
            "web-page",
            "reuters",
            "ap",
            "afp",
            "dpa",
            "ansa",
            "efe",
            "tt",
            "stt",
            "ntb",
            "ritzau",
            "anp",
            "belga",
            "ats",
            "apa",
            "tass",
            "kyodo",
            "pa",
            "aap",
            "cp",
            "press-release",
            "globenewswire",
            "sa-news-page",
            "news-page",
            "feed");

    private final Map<String, Dialect> byId;
    private final Map<String, List<Dialect>> byProvider = new HashMap<>();
    private final List<Dialect> ofXml;
    private final List<Dialect> ofPages;

    private Dialects(Map<String, Dialect> byId) {
        this.byId = byId;
        for (Dialect dialect : byId.values()) {
            for (String provider : dialect.match().providers()) {
                byProvider.computeIfAbsent(provider, key -> new ArrayList<>()).add(dialect);
            }
        }
        this.ofXml =
                byId.values().stream().filter(dialect -> dialect.xml() != null).toList();
        this.ofPages =
                byId.values().stream().filter(dialect -> dialect.page() != null).toList();
    }

    /** The dialects shipped with Dateline. */
    public static Dialects shipped() {
        return new Dialects(shippedById());
    }

    /**
     * The shipped dialects and those in the {@code .yaml} files of a folder, which are tried first.
     *
     * @throws IllegalArgumentException naming every problem of every file at once
     */
    public static Dialects load(Path folder) {
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : yamlFiles(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                DialectFile.read(file.getFileName().toString(), in, problems).ifPresent(dialect -> {
                    if (dialects.put(dialect.id(), dialect) != null) {
                        problems.add(file.getFileName() + ": another file of this folder has the id '" + dialect.id()
                                + "' too; give each its own");
                    }
                });
            } catch (IOException e) {
                problems.add(file.getFileName() + ": cannot be read: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "dialects in " + folder + " cannot be used: " + String.join("; ", problems));
        }
        shippedById().forEach(dialects::putIfAbsent);
        return new Dialects(dialects);
    }

    /**
     * The dialect for a document: one that names the provider, else one that knows a name by which the sender calls
     * itself, else one that names formats alone, else the default. Among those that name the format and those that take
     * any, the former come first: a provider's feed is not ordered as its wire is.
     *
     * @param format name of the format, for example "newsml-g2"
     * @param provider provider id from the configuration of the source
     * @param senders what the document says of its sender: codes, names, URIs, guid; may be empty
     */
    public Dialect of(String format, String provider, List<String> senders) {
        return find(provider, senders, dialect -> dialect.match().names(format))
                .or(() -> byId.values().stream()
                        .filter(dialect -> dialect.match().isForFormat(format))
                        .findFirst())
                .or(() -> find(
                        provider, senders, dialect -> dialect.match().formats().isEmpty()))
                .orElseGet(this::general);
    }

    private Optional<Dialect> find(String provider, List<String> senders, Predicate<Dialect> takes) {
        for (Dialect dialect : byProvider.getOrDefault(provider, List.of())) {
            if (takes.test(dialect)) {
                return Optional.of(dialect);
            }
        }
        for (Dialect dialect : byId.values()) {
            if (takes.test(dialect) && dialect.match().senders().know(senders)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** The dialect that holds when no other does, and whose rules on what is not public hold in every dialect. */
    public Dialect general() {
        return byId.get("default");
    }

    /** The dialects that describe a page, in the order in which they are tried. */
    public List<Dialect> ofPages() {
        return ofPages;
    }

    /** The dialects that describe XML of their own, in the order in which they are tried. */
    public List<Dialect> ofXml() {
        return ofXml;
    }

    /** All of them, in the order in which they are tried. */
    public List<Dialect> all() {
        return List.copyOf(byId.values());
    }

    private static Map<String, Dialect> shippedById() {
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream in = Dialects.class.getResourceAsStream("/dialects/" + name + ".yaml")) {
                DialectFile.read(name + ".yaml", in, problems)
                        .ifPresent(dialect -> dialects.put(dialect.id(), dialect));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("shipped dialects are broken: " + String.join("; ", problems));
        }
        return dialects;
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the folder of dialects " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
