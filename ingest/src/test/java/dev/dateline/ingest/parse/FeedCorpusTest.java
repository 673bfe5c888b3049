package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.syndication.Feed;
import dev.dateline.ingest.syndication.FeedItem;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import dev.dateline.model.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real feeds of two dozen publishers, among them snapshots of the same feed at several times. */
class FeedCorpusTest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCorpusTest.class);

    private static final Pattern ITEM = Pattern.compile("(?s)<(item|entry)[\\s>].*?</\\1>|<url>\\s*<loc>.*?</url>");
    private static final String FEED = "https://news.example/feed.xml";

    @Test
    void everyItemBecomesAnArticleOrAReason() {
        int articles = 0;
        List<String> rejections = new ArrayList<>();
        Map<String, Integer> filled = new TreeMap<>();
        for (Path file : feeds()) {
            String text = text(file);
            List<Parsed> parsed = parse(text);
            long items = ITEM.matcher(text).results().count();
            long accepted =
                    parsed.stream().filter(Parsed.Accepted.class::isInstance).count();
            parsed.stream()
                    .filter(Parsed.Rejected.class::isInstance)
                    .map(one -> file.getParent().getFileName() + "/" + file.getFileName() + ": " + one)
                    .forEach(rejections::add);
            assertThat(parsed.size()).as(file.toString()).isEqualTo(Math.max(1, (int) items));
            articles += accepted;
            parsed.stream()
                    .filter(Parsed.Accepted.class::isInstance)
                    .map(one -> ((Parsed.Accepted) one).article())
                    .forEach(article -> count(article, filled));
        }
        LOG.info("{} articles, with {}; rejected: {}", articles, filled, rejections);
        assertThat(articles).isGreaterThanOrEqualTo(3_700);
        assertThat(rejections).singleElement().asString().contains("HTML page");
        assertThat(filled.get("published")).isGreaterThanOrEqualTo(articles * 95 / 100);
        assertThat(filled)
                .doesNotContainKey("unreadable time")
                .doesNotContainKey("tag in a text")
                .doesNotContainKey("mail");
    }

    private static void count(Article article, Map<String, Integer> filled) {
        Map<String, Predicate<Article>> fields = Map.of(
                "headline", one -> one.getHeadline() != null,
                "standfirst", one -> one.getStandfirst() != null,
                "body", one -> !one.getBody().isEmpty(),
                "byline", one -> !one.getBylines().isEmpty(),
                "published", one -> one.getFirstCreated() != null,
                "media", one -> !one.getMedia().isEmpty(),
                "subjects", one -> !one.getSubjects().isEmpty(),
                "page", one -> one.getLinks().stream().anyMatch(link -> "canonical".equals(link.getRel())),
                "unreadable time", one -> one.getFlags().contains("version-created-unreadable"),
                "mail", one -> one.getBylines().stream().anyMatch(by -> by.contains("@")));
        fields.forEach((name, has) -> filled.merge(name, has.test(article) ? 1 : 0, Integer::sum));
        boolean tag = (article.getHeadline() + article.getStandfirst() + article.getBody())
                .matches("(?s).*</?(?:p|a|br|img|div|span|b|i|em|strong)(?:\\s[^<>]*)?/?>.*");
        filled.merge("tag in a text", tag ? 1 : 0, Integer::sum);
        filled.values().removeIf(count -> count == 0);
    }

    @Test
    void anItemsDocumentReadsAsTheItemInItsFeed() throws Exception {
        for (Path file : feeds()) {
            String text = text(file);
            List<Parsed> parsed = parse(text);
            if (parsed.get(0) instanceof Parsed.Rejected) {
                continue;
            }
            Feed feed = Feeds.read(text, FEED);
            for (int i = 0; i < parsed.size(); i += 25) {
                FeedItem item = feed.items().get(i);
                Article inFeed = ((Parsed.Accepted) parsed.get(i)).article();
                Article alone = Samples.article(Samples.parse(item.document()));

                assertThat(alone.getContentHash()).as("%s %s", file, i).isEqualTo(inFeed.getContentHash());
                assertThat(alone.getGuid()).isEqualTo(item.identity());
                assertThat(Feeds.read(item.document(), null, null).items().get(0))
                        .usingRecursiveComparison()
                        .isEqualTo(item);
            }
        }
    }

    @Test
    void aFaultInTheMiddleOfAFeedCostsNoItem() throws Exception {
        int read = 0;
        int items = 0;
        for (Path file : feeds()) {
            String text = text(file);
            int whole = (int) ITEM.matcher(text).results().count();
            int middle = text.indexOf("</title>", text.length() / 2);
            if (whole < 2 || middle < 0) {
                continue;
            }
            Feed feed = Feeds.read(text.substring(0, middle) + " AT&T <br> " + text.substring(middle), FEED);
            items += whole;
            read += feed.items().size();
            assertThat(feed.problems()).as(file.toString()).isNotEmpty();
        }
        LOG.info("{} of {} items read from feeds with a fault in the middle", read, items);
        assertThat(read).isEqualTo(items);
    }

    @Test
    void changesBetweenSnapshotsAreThoseThatAPersonSees() throws Exception {
        Map<String, List<Path>> publishers = feeds().stream()
                .filter(file -> file.getFileName().toString().matches("\\d{8}T\\d{6}\\.xml.*"))
                .collect(Collectors.groupingBy(
                        file -> file.getParent().getFileName().toString(), TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(String.format("%n%-26s %22s %22s", "", "new/changed/same", "by hand"));
        int items = 0;
        int[] bytes = new int[2];
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, List<Path>> publisher : publishers.entrySet()) {
            int[] ours = new int[3];
            int[] byHand = new int[3];
            Map<String, String> before = null;
            Map<String, String> beforeByHand = null;
            Map<String, FeedItem> itemsBefore = Map.of();
            for (Path file : publisher.getValue()) {
                String text = text(file);
                if (parse(text).get(0) instanceof Parsed.Rejected) {
                    continue;
                }
                Map<String, String> now = new HashMap<>();
                Map<String, FeedItem> itemsNow = new HashMap<>();
                Feeds.read(text, FEED).items().forEach(item -> {
                    now.put(item.identity(), item.fingerprint());
                    itemsNow.put(item.identity(), item);
                });
                tallyBytes(itemsBefore, itemsNow, bytes);
                itemsBefore = itemsNow;
                Map<String, String> nowByHand = byHand(text);
                if (before != null) {
                    tally(before, now, ours);
                    tally(beforeByHand, nowByHand, byHand);
                }
                before = now;
                beforeByHand = nowByHand;
            }
            table.append(String.format(
                    "%n%-26s %6d %6d %6d   %6d %6d %6d",
                    publisher.getKey(), ours[0], ours[1], ours[2], byHand[0], byHand[1], byHand[2]));
            items += ours[0] + ours[1] + ours[2];
            for (int i = 0; i < 3; i++) {
                if (ours[i] != byHand[i]) {
                    different.add(publisher.getKey() + " " + Math.abs(ours[i] - byHand[i]));
                }
            }
        }
        LOG.info(
                "{} items in later snapshots: {}; different {}; documents of the same items with the same bytes: {} of {}",
                items,
                table,
                different,
                bytes[1],
                bytes[0]);
        assertThat(items).isGreaterThan(1_000);
        assertThat(different).isEmpty();
    }

    private static void tallyBytes(Map<String, FeedItem> before, Map<String, FeedItem> now, int[] counts) {
        now.forEach((id, item) -> {
            FeedItem old = before.get(id);
            if (old != null && old.fingerprint().equals(item.fingerprint())) {
                counts[0]++;
                counts[1] += Arrays.equals(old.document(), item.document()) ? 1 : 0;
            }
        });
    }

    private static void tally(Map<String, String> before, Map<String, String> now, int[] counts) {
        now.forEach((id, content) -> {
            String old = before.get(id);
            counts[old == null ? 0 : old.equals(content) ? 2 : 1]++;
        });
    }

    /** A second reading, by expressions alone. */
    private static Map<String, String> byHand(String text) {
        Map<String, String> seen = new HashMap<>();
        for (Matcher item = ITEM.matcher(text); item.find(); ) {
            String xml = item.group();
            String id = all(xml, "guid|id").stream().findFirst().orElseGet(() -> all(xml, "link")
                    .get(0));
            String media = Pattern.compile("<(?:media:content|media:thumbnail|enclosure)[^>]*?url=\"([^\"?]*)")
                    .matcher(xml)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .distinct()
                    .toList()
                    .toString();
            String content = List.of(
                            "title",
                            "description|media:description",
                            "content:encoded",
                            "summary",
                            "content",
                            "pubDate|published|dc:date",
                            "updated",
                            "dc:creator|author",
                            "category",
                            "media:credit|media:text")
                    .stream()
                    .map(name ->
                            all(xml, name).stream().sorted().distinct().toList().toString())
                    .collect(Collectors.joining("\n"));
            seen.put(id, content + media);
        }
        return seen;
    }

    private static List<String> all(String xml, String name) {
        return Pattern.compile("(?s)<(" + name + ")(?:\\s[^>]*)?>(.*?)</\\1>")
                .matcher(xml)
                .results()
                .map(found -> found.group(2)
                        .replaceAll("<!\\[CDATA\\[|]]>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replaceAll("<[^>]*>", " ")
                        .transform(
                                one -> Parser.unescapeEntities(one, false)) // Joomla writes authors in random numbers
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    private static List<Parsed> parse(String text) {
        return Samples.PARSERS.parse(
                Document.of("desk", "acme", FEED, Samples.RECEIVED, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Path> feeds() {
        return SharedData.files("feeds").stream()
                .filter(file -> file.toString().matches(".*\\.(?:xml|rss|xml\\.gz|rss\\.gz)"))
                .toList();
    }

    private static String text(Path file) {
        return new String(Samples.unzipped(file), StandardCharsets.UTF_8);
    }
}
