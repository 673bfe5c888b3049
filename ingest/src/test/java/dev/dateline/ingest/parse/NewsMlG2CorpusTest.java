package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every real NewsML-G2 file, field by field against what a plain XPath reading says. */
class NewsMlG2CorpusTest {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private static final Pattern CONTACT = Pattern.compile("[\\w.]+@dpa\\.com|030\\s?285\\d+|\\+49 30 2852");

    static Stream<Path> files() {
        return SharedData.files("wire-formats/newsml-g2").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyItemIsAnArticleThatSaysWhatTheFileSaysOrHasAReason(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        List<Parsed> parsed = Assertions.assertTimeout(Duration.ofSeconds(1), () -> Samples.parse(bytes));

        org.w3c.dom.Document dom = dom(file);
        List<Node> items = items(dom);
        assertThat(parsed).hasSize(Math.max(1, items.size()));
        for (int i = 0; i < items.size(); i++) {
            if (parsed.get(i) instanceof Parsed.Accepted accepted) {
                assertThat(items.get(i).getLocalName()).isEqualTo("newsItem");
                compare(accepted.article(), items.get(i));
            } else {
                assertThat(((Parsed.Rejected) parsed.get(i)).reason()).isNotBlank();
                assertThat(isReadable(items.get(i)))
                        .as("a readable item was rejected: " + parsed.get(i))
                        .isFalse();
            }
        }
    }

    @Test
    void mostNewsItemsAreArticles() {
        List<Parsed> all = files().flatMap(file -> Samples.parse(file).stream()).toList();

        assertThat(all.stream().filter(Parsed.Accepted.class::isInstance)).hasSizeGreaterThanOrEqualTo(45);
    }

    private static void compare(Article article, Node item) throws Exception {
        String guid = text(item, "@guid");
        String version = text(item, "@version");
        if (guid.startsWith("urn:newsml:tt.se:")) {
            version = guid.substring(guid.lastIndexOf(':') + 1);
            guid = guid.substring(0, guid.lastIndexOf(':'));
        }
        assertThat(article.getGuid()).isEqualTo(guid);
        assertThat(article.getArticleId()).isEqualTo("acme/" + guid);
        assertThat(article.getVersion()).isEqualTo(orNull(version));
        assertThat(article.getPubStatus().name())
                .isEqualToIgnoringCase(text(item, "*[local-name()='itemMeta']/*[local-name()='pubStatus']/@qcode")
                        .replaceFirst("^$", "stat:usable")
                        .substring(5));
        assertThat(article.getVersionCreated())
                .isEqualTo(instant(text(item, meta("itemMeta", "versionCreated")), article));
        assertThat(article.getFirstCreated()).isEqualTo(instant(text(item, meta("itemMeta", "firstCreated")), article));
        assertThat(article.getHeadlineAsSent()).isEqualTo(headline(item));
        assertThat(article.getLanguage())
                .isEqualTo(orNull(Stream.of(
                                text(item, meta("contentMeta", "language") + "/@tag"),
                                text(item, "@*[local-name()='lang']"))
                        .filter(tag -> !tag.isEmpty())
                        .findFirst()
                        .orElse("")));
        assertThat(article.getUrgency() == null ? "" : article.getUrgency().toString())
                .isEqualTo(text(item, meta("contentMeta", "urgency")));
        assertThat(article.getSlugline()).isEqualTo(orNull(text(item, meta("contentMeta", "slugline"))));
        assertThat(article.getSubjects())
                .hasSize(
                        number(
                                item,
                                meta("contentMeta", "subject")
                                        + "[@qcode or @uri or @literal or *[local-name()='name'] or *[local-name()='mainConcept']]"));
        assertThat(article.getContentHash()).matches("[0-9a-f]{64}");
        assertThat(article.toString()).doesNotContainPattern(CONTACT);
        assertThat(article.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("nicht zur veröffentlichung", "not for publication");
        int letters = letters(
                text(item, "*[local-name()='contentSet']/*[local-name()='inlineXML' or local-name()='inlineData'][1]"));
        if (letters > 200) {
            assertThat(letters(String.join("", article.getBody())))
                    .as("letters of the body")
                    .isBetween(letters * 6 / 10, letters);
        }
    }

    private static int letters(String text) {
        return text.replaceAll("[^\\p{L}]", "").length();
    }

    /** Whether an item has words of its own for a reader. */
    private static boolean isReadable(Node item) throws XPathExpressionException {
        return item.getLocalName().equals("newsItem")
                && number(item, ".//*[local-name()='events' or local-name()='sports-content']") == 0
                && (headline(item) != null
                        || number(item, meta("contentMeta", "description") + "[normalize-space()]") > 0);
    }

    private static String headline(Node item) throws XPathExpressionException {
        for (String which :
                List.of("[not(@role)][normalize-space()]", "[@rank='1'][normalize-space()]", "[normalize-space()]")) {
            String headline = text(item, meta("contentMeta", "headline") + which);
            if (!headline.isEmpty()) {
                return headline;
            }
        }
        return null;
    }

    private static Instant instant(String written, Article article) {
        if (written.isEmpty()) {
            return null;
        }
        String iso = written.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zoneOf(article)).toInstant();
    }

    private static ZoneId zoneOf(Article article) {
        return switch (article.getProvenance().getDialect()) {
            case "stt" -> ZoneId.of("Europe/Helsinki");
            case "dpa" -> ZoneId.of("Europe/Berlin");
            default -> ZoneId.of("UTC");
        };
    }

    private static String meta(String parent, String child) {
        return "*[local-name()='" + parent + "']/*[local-name()='" + child + "']";
    }

    private static String text(Node item, String path) throws XPathExpressionException {
        return XPATH.evaluate("string(" + path + ")", item)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static int number(Node item, String path) throws XPathExpressionException {
        return ((Double) XPATH.evaluate("count(" + path + ")", item, XPathConstants.NUMBER)).intValue();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Node> items(org.w3c.dom.Document dom) throws XPathExpressionException {
        NodeList found = (NodeList) XPATH.evaluate(
                "/*[local-name()='newsMessage']/*[local-name()='itemSet']/* | /*[local-name()!='newsMessage']",
                dom,
                XPathConstants.NODESET);
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            items.add(found.item(i));
        }
        return items;
    }

    private static org.w3c.dom.Document dom(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
