package dev.dateline.enrich.pack;

import dev.dateline.enrich.place.Bloc;
import dev.dateline.enrich.place.BlocName;
import dev.dateline.enrich.place.Blocs;
import dev.dateline.enrich.place.PlaceForm;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.topic.AddedTopic;
import dev.dateline.enrich.topic.Topic;
import dev.dateline.enrich.topic.TopicFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads packs and names every fault with its line, all at once. Immutable; knows the topics and blocs that ship. */
public final class PackReader {
    /** Letters, digits, hyphens; "model" would read like a topic model in the version of a tag. */
    private static final String ID = "(?!model$)[a-z0-9][a-z0-9-]{0,39}";
    /** How many combinations of known words one phrase with * may stand for, and all of a pack together. */
    private static final long MOST_COVERED = 10_000;

    private static final long MOST_COVERED_BY_ALL = 500_000;

    private final Map<String, Topic> topics;
    private final Map<String, Bloc> blocs;
    private final Set<String> phrases;

    private PackReader(TopicFiles topics, Map<String, Bloc> blocs) {
        this.topics = topics.topics();
        this.phrases = topics.phrases();
        this.blocs = blocs;
    }

    /** A reader of packs for the rules that ship with this module. */
    public static PackReader forShipped() {
        return new PackReader(TopicFiles.shipped(), Blocs.shipped());
    }

    /**
     * Reads a pack.
     *
     * @param file its name, for messages
     * @param bytes YAML in UTF-8
     * @throws PackException with every fault and its line
     */
    public Pack read(String file, byte[] bytes) {
        if (bytes.length > Pack.MAX_BYTES) {
            throw new PackException(List.of(String.format(
                    Locale.ROOT,
                    "%s: has %,d bytes, and a pack at most %,d: make several of it",
                    file,
                    bytes.length,
                    Pack.MAX_BYTES)));
        }
        Problems problems = new Problems(file);
        Pack pack = read(text(file, bytes), problems);
        problems.throwIfAny();
        return pack;
    }

    private Pack read(String text, Problems problems) {
        Node root = YamlTree.read(text, problems);
        if (root == null) {
            return null;
        }
        Entry entry = new Entry(
                root,
                problems,
                "a pack",
                "pack",
                "version",
                "places",
                "notPlaces",
                "hints",
                "topics",
                "blocs",
                "organisations");
        Map<String, Integer> definitions = new LinkedHashMap<>();
        Forms forms = new Forms(problems);
        PlaceSection places = new PlaceSection(problems, forms);
        List<PlaceForm> named = new ArrayList<>(places.places(entry));
        named.addAll(places.notPlaces(entry));
        List<AddedTopic> added = new TopicSection(problems, forms, topics, definitions).topics(entry);
        List<BlocName> names = new BlocSection(problems, forms, blocs, definitions).blocs(entry);
        checkStems(forms.phrases(), problems);
        return new Pack(
                id(entry, problems),
                version(entry, problems),
                named,
                places.hints(entry),
                added,
                names,
                new BodySection(problems, forms).organisations(entry),
                definitions);
    }

    private static String id(Entry entry, Problems problems) {
        String id = entry.required("pack");
        if (id != null && !id.matches(ID)) {
            problems.add(
                    entry.lineOf("pack"),
                    "pack is its id: at most 40 small letters, digits and hyphens, and not \"model\"");
        }
        return id;
    }

    private static int version(Entry entry, Problems problems) {
        String version = entry.required("version");
        if (version != null && !version.matches("[1-9]\\d{0,8}")) {
            problems.add(entry.lineOf("version"), "version is a whole number from 1, raised with each change");
            return 0;
        }
        return version == null ? 0 : Integer.parseInt(version);
    }

    /** "co* pro*" stands for each pair of known words that fits, and all of them are kept in memory. */
    private void checkStems(List<Node.Text> entries, Problems problems) {
        Set<String> all = new HashSet<>(phrases);
        entries.forEach(entry -> all.add(Stems.spelling(entry.value())));
        Stems stems = new Stems(all);
        long sum = 0;
        for (Node.Text entry : entries) {
            long covered = stems.covers(Stems.spelling(entry.value()));
            sum += covered;
            if (covered > MOST_COVERED) {
                problems.add(
                        entry.line(),
                        String.format(
                                Locale.ROOT,
                                "\"%s\" stands for %,d combinations of words: give more letters before *",
                                entry.value(),
                                covered));
            }
        }
        if (sum > MOST_COVERED_BY_ALL) {
            problems.add(
                    1,
                    String.format(
                            Locale.ROOT,
                            "its phrases with * stand for %,d combinations of words, at most %,d are taken: give more"
                                    + " letters before *",
                            sum,
                            MOST_COVERED_BY_ALL));
        }
    }

    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PackException(List.of(file + ":" + lineOfBadByte(bytes) + ": is not UTF-8: save it as such"));
        }
    }

    /** Bad bytes become U+FFFD where they stand. */
    private static long lineOfBadByte(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        return 1
                + lenient.substring(0, lenient.indexOf('\uFFFD'))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
