package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.PubStatus;
import dev.dateline.model.SharedData;
import dev.dateline.model.Signal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/formats.md}: where each format has each field, and how many articles of the real files have
 * it. A place that is claimed and of which no file shows anything is marked so; a field that a parser fills without a
 * place that is claimed fails. {@code -Ddocs.write=true} writes the table anew.
 */
class FormatsDocTest {
    private static final Path FILE = Path.of("../docs/formats.md");
    private static final String BEGIN = "<!-- fields: generated, checked by FormatsDocTest -->\n";
    private static final String END = "<!-- end of fields -->";
    private static final String NONE = "-";

    private static final Map<String, Predicate<Article>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("guid", article -> true);
        FIELDS.put("version", article -> article.getVersion() != null);
        FIELDS.put("versionCreated", article -> article.getVersionCreated() != null);
        FIELDS.put("firstCreated", article -> article.getFirstCreated() != null);
        FIELDS.put("embargo", article -> article.getEmbargoedUntil() != null || article.getEmbargoedIndefinitely());
        FIELDS.put("expires", article -> article.getExpires() != null);
        FIELDS.put("pubStatus", article -> article.getPubStatus() != PubStatus.USABLE);
        FIELDS.put("signal", article -> article.getSignal() != Signal.NEW);
        FIELDS.put("headline", article -> article.getHeadline() != null);
        FIELDS.put("standfirst", article -> article.getStandfirst() != null);
        FIELDS.put("slugline", article -> article.getSlugline() != null);
        FIELDS.put("bylines", article -> !article.getBylines().isEmpty());
        FIELDS.put("dateline", article -> article.getDateline() != null);
        FIELDS.put("body", article -> !article.getBody().isEmpty());
        FIELDS.put("credit", article -> article.getCredit() != null);
        FIELDS.put("media", article -> !article.getMedia().isEmpty());
        FIELDS.put("subjects", article -> !article.getSubjects().isEmpty());
        FIELDS.put("places", article -> !article.getPlaces().isEmpty());
        FIELDS.put("rights", article -> article.getRights() != null);
        FIELDS.put("edNote", article -> article.getEdNote() != null);
        FIELDS.put("changeNote", article -> article.getChangeNote() != null);
        FIELDS.put("urgency", article -> article.getUrgency() != null);
        FIELDS.put("genre", article -> article.getGenre() != null);
        FIELDS.put("language", article -> article.getLanguage() != null);
        FIELDS.put("links", article -> !article.getLinks().isEmpty());
    }

    @Test
    void theTableSaysWhatTheParsersDoWithRealFiles() throws Exception {
        Map<String, List<Article>> articles = articles();
        String table = table(articles);
        String page = Files.readString(FILE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertThat(page.substring(begin, end))
                .as("docs/formats.md is out of date: write it with -Ddocs.write=true")
                .isEqualTo(table);
    }

    private static String table(Map<String, List<Article>> articles) throws Exception {
        List<String[]> rows = new ArrayList<>();
        try (var in = FormatsDocTest.class.getResourceAsStream("/formats.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> rows.add(line.split("\t")));
        }
        String[] formats = rows.get(0);
        assertThat(rows.stream().skip(1).map(row -> row[0])).containsExactlyElementsOf(FIELDS.keySet());
        StringBuilder out = new StringBuilder("\n| field |");
        for (int i = 1; i < formats.length; i++) {
            int known = articles.getOrDefault(formats[i], List.of()).size();
            out.append(" `").append(formats[i]).append("` (").append(known).append(") |");
        }
        out.append("\n|---").append("|---".repeat(formats.length - 1)).append("|\n");
        for (String[] row : rows.subList(1, rows.size())) {
            out.append("| `").append(row[0]).append("` |");
            for (int i = 1; i < formats.length; i++) {
                out.append(' ')
                        .append(cell(row[i], row[0], formats[i], articles))
                        .append(" |");
            }
            out.append('\n');
        }
        return out.append('\n').toString();
    }

    private static String cell(String place, String field, String format, Map<String, List<Article>> articles) {
        List<Article> all = articles.getOrDefault(format, List.of());
        long with = all.stream().filter(FIELDS.get(field)).count();
        if (place.equals(NONE)) {
            assertThat(with)
                    .as("%s has no place in formats.tsv for %s, and yet articles have it", format, field)
                    .isZero();
            return "";
        }
        return place.replace("|", "\\|") + (with == 0 ? " *(no sample)*" : " (" + with + ")");
    }

    private static Map<String, List<Article>> articles() {
        Map<String, List<Article>> articles = new HashMap<>();
        Stream<Path> files = Stream.concat(
                SharedData.files("wire-formats").stream().filter(file -> !file.endsWith("MANIFEST.tsv")),
                SharedData.files("seed").stream());
        Stream<Parsed> parsed = Stream.of(
                        files.flatMap(file -> Samples.parse(file).stream()),
                        Samples.parse(MrnStoryTest.STORY).stream(),
                        Samples.parse(HtmlPageTest.PAGE).stream(),
                        feeds())
                .flatMap(all -> all);
        parsed.filter(Parsed.Accepted.class::isInstance)
                .map(one -> ((Parsed.Accepted) one).article())
                .collect(
                        Collectors.groupingBy(article -> article.getProvenance().getFormat()))
                .forEach(articles::put);
        return articles;
    }

    /** Real feeds, of snapshots of the same feed the last one, and samples of what is not among them. */
    private static Stream<Parsed> feeds() {
        Stream<Parsed> real = SharedData.files("feeds").stream()
                .filter(file -> file.toString().matches(".*\\.(?:xml|rss)(?:\\.gz)?"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().matches("\\d{8}T.*") ? file.getParent() : file,
                        file -> file,
                        (one, other) -> other,
                        TreeMap::new))
                .values()
                .stream()
                .flatMap(file -> Samples.parse(Samples.unzipped(file)).stream());
        Stream<Parsed> samples = Stream.of(FeedArticlesTest.NEWS_SITEMAP, FeedArticlesTest.CDF)
                .flatMap(text -> Samples.parse(text).stream());
        return Stream.concat(real, samples);
    }
}
