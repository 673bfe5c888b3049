package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Article pages with the text that people found in them, and the measures of the benchmarks they come from. */
final class HtmlExtraction {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /** A page whose whole text is known. */
    record Whole(String name, String url, String html, String text) {}

    /** A page of which passages are known that belong to the text, and some that do not. */
    record Passages(String name, String html, List<String> with, List<String> without, JsonNode known) {}

    /** A page with the text that another extractor makes of it, as HTML. */
    record Readable(String name, String html, String text, JsonNode known) {}

    /** Shares of right answers among those given and those wanted. */
    record Score(double precision, double recall) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private HtmlExtraction() {}

    static List<Whole> whole() {
        Path folder = SharedData.path("html-extraction/scrapinghub");
        List<Whole> pages = new ArrayList<>();
        try {
            JsonNode truth = JSON.readTree(folder.resolve("ground-truth.json").toFile());
            for (Map.Entry<String, JsonNode> page : truth.properties()) {
                Path file = folder.resolve("html/" + page.getKey() + ".html.gz");
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    pages.add(new Whole(
                            page.getKey(),
                            page.getValue().path("url").asText(),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            page.getValue().path("articleBody").asText()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    static List<Passages> passages() {
        Path folder = SharedData.path("html-extraction/trafilatura");
        Map<String, byte[]> files = new HashMap<>();
        for (Path zip : SharedData.files("html-extraction/trafilatura")) {
            if (zip.toString().endsWith(".zip")) {
                files.putAll(unzipped(zip));
            }
        }
        try {
            List<Passages> pages = new ArrayList<>();
            for (Map.Entry<String, JsonNode> page :
                    JSON.readTree(folder.resolve("evaldata.json").toFile()).properties()) {
                byte[] bytes = files.get(page.getValue().path("file").asText());
                if (bytes == null) {
                    throw new AssertionError("no file for " + page.getKey());
                }
                pages.add(new Passages(
                        page.getKey(),
                        DecodedText.of(bytes, null).text(),
                        texts(page.getValue().path("with")),
                        texts(page.getValue().path("without")),
                        page.getValue()));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Readable> readable() {
        Map<String, byte[]> files = unzipped(SharedData.path("html-extraction/readability-test-pages.zip"));
        List<Readable> pages = new ArrayList<>();
        for (String file : files.keySet().stream().sorted().toList()) {
            if (file.endsWith("/source.html")) {
                String name = file.substring(0, file.indexOf('/'));
                try {
                    pages.add(new Readable(
                            name,
                            DecodedText.of(files.get(file), null).text(),
                            new String(files.get(name + "/expected.html"), StandardCharsets.UTF_8),
                            JSON.readTree(files.get(name + "/expected-metadata.json"))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return pages;
    }

    private static Map<String, byte[]> unzipped(Path zip) {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** True, false and missing runs of four words, as shares of their sum: each page counts alike. */
    static double[] shingles(String expected, String found) {
        Map<String, Integer> wanted = shingles(expected);
        Map<String, Integer> given = shingles(found);
        double tp = 0;
        double fp = 0;
        double fn = 0;
        for (String shingle : union(wanted, given)) {
            int want = wanted.getOrDefault(shingle, 0);
            int give = given.getOrDefault(shingle, 0);
            tp += Math.min(want, give);
            fp += Math.max(0, give - want);
            fn += Math.max(0, want - give);
        }
        double all = tp + fp + fn;
        return all == 0 ? new double[] {0, 0, 0} : new double[] {tp / all, fp / all, fn / all};
    }

    private static Iterable<String> union(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> all = new HashMap<>(one);
        all.putAll(other);
        return all.keySet();
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group());
        }
        Map<String, Integer> shingles = new HashMap<>();
        int length = Math.min(4, words.size());
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            shingles.merge(String.join(" ", words.subList(i, i + length)), 1, Integer::sum);
        }
        return shingles;
    }

    /** The benchmark's precision and recall: means over the pages that have any. */
    static Score score(List<double[]> pages) {
        return new Score(
                pages.stream()
                        .filter(page -> page[0] + page[1] > 0)
                        .mapToDouble(page -> page[0] / (page[0] + page[1]))
                        .average()
                        .orElse(0),
                pages.stream()
                        .filter(page -> page[0] + page[2] > 0)
                        .mapToDouble(page -> page[0] / (page[0] + page[2]))
                        .average()
                        .orElse(0));
    }

    /** Every third page by its name is kept aside: nobody looks at it, only at its figures. */
    static boolean isKeptAside(String name) {
        return Math.floorMod(name.hashCode(), 3) == 0;
    }
}
