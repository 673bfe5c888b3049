package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads article pages: first what schema.org says (JSON-LD), then the meta elements of the page, then microdata, then the
 * text. Pure; input of any size and depth takes time in proportion to its length.
 */
public final class Pages {
    private static final int MOST_KEYWORDS = 100;
    private static final Map<String, String> GENRES = Map.of(
            "opinionnewsarticle", "Opinion",
            "analysisnewsarticle", "Analysis",
            "backgroundnewsarticle", "Background",
            "reviewnewsarticle", "Review",
            "reportagenewsarticle", "Reportage",
            "liveblogposting", "Live blog",
            "satiricalarticle", "Satire",
            "advertisercontentarticle", "Advertorial");

    private final Document page;
    private final String uri;
    private final Markup markup;
    private final LinkedData data;
    private final JsonNode article;

    private Pages(Document page, String uri) {
        this.page = page;
        this.uri = uri;
        this.markup = Markup.of(page);
        this.data = LinkedData.of(markup.scripts);
        this.article = data.article().orElse(MissingNode.getInstance());
    }

    /**
     * What a page says of its article.
     *
     * @param html a page or a fragment of one, as characters
     * @param uri where it comes from; looked at only when it is a web address; may be null
     */
    public static Page read(String html, String uri) {
        return new Pages(Jsoup.parse(html), CanonicalLink.of(uri).isPresent() ? uri : null).read();
    }

    private Page read() {
        Outline outline = Outline.of(page.body());
        Declared declared = Declared.of(Values.text(article, "articleBody"), outline);
        BitSet text = Body.of(outline, declared);
        String lead = Lead.take(outline, text);
        Element home = home(outline, text);
        int first = text.nextSetBit(0);
        Cleaning.clean(outline, declared, text);
        List<String> body = new ArrayList<>();
        text.stream().forEach(i -> body.add(outline.blocks.get(i).text()));
        List<String> instead = declared.insteadOf(length(body));
        List<String> paragraphs = instead.isEmpty() ? body : instead;

        String canonical = canonical();
        String site = site();
        String headline = new Headlines(sites(site, canonical), markup.headings).of(titles(), markup.title);
        paragraphs.removeIf(paragraph -> paragraph.equals(headline));
        boolean free = isFree();
        Recognition recognition =
                new Recognition(outline, length(paragraphs), isMarked(), free, markup.asksForPassword);
        return new Page(
                recognition.reason(markup.title, headline, text),
                headline,
                lead == null ? description(paragraphs) : lead,
                Authors.of(article, markup, site),
                List.copyOf(paragraphs),
                Stamps.published(article, markup, outline, first, headline, canonical),
                Stamps.modified(article, markup),
                section(),
                keywords(),
                LinkedData.types(article).stream()
                        .map(GENRES::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                language(),
                canonical,
                site,
                first(
                        Values.text(article, "creditText", "sourceOrganization", "provider"),
                        markup.meta("syndication-source", "original-source", "article:publisher_name")),
                Pictures.of(article, markup, home, base()),
                rights(),
                Values.text(article, "correction"),
                free);
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }

    /** The innermost element that holds the whole text. */
    private static Element home(Outline outline, BitSet text) {
        Element home = null;
        for (Box box : outline.boxes) {
            if (!text.isEmpty() && box.from <= text.nextSetBit(0) && box.to >= text.length()) {
                home = box.element;
            }
        }
        return home;
    }

    private List<String> titles() {
        return Stream.of(
                        Values.text(article, "headline"),
                        markup.meta("og:title"),
                        markup.property("headline"),
                        Values.text(article, "name", "alternativeHeadline"),
                        markup.meta(
                                "twitter:title",
                                "dc.title",
                                "dcterms.title",
                                "parsely-title",
                                "sailthru.title",
                                "title"))
                .map(title -> title == null ? null : Values.plain(title))
                .toList();
    }

    private String site() {
        return first(
                markup.meta("og:site_name"),
                Values.text(article, "publisher"),
                markup.meta("application-name", "dc.publisher", "dcterms.publisher"),
                data.first("website").map(site -> Values.text(site, "name")).orElse(null));
    }

    /** Every name by which the site may stand beside a headline. */
    private List<String> sites(String site, String canonical) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(
                        site,
                        Values.text(article, "publisher"),
                        markup.meta("application-name"),
                        markup.meta("apple-mobile-web-app-title"),
                        markup.meta("twitter:site"),
                        markup.meta("og:site_name"))
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (canonical != null) {
            String host =
                    canonical.replaceFirst("^https?://(?:www\\d?\\.)?", "").replaceFirst("[/:?].*$", "");
            names.add(host);
            for (int dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
                names.add(host.substring(0, dot));
                names.add(host.substring(host.lastIndexOf('.', dot - 1) + 1, dot));
            }
        }
        names.removeIf(name -> name.length() < 2);
        return List.copyOf(names);
    }

    /** The description of the page, unless the text begins with it. */
    private String description(List<String> paragraphs) {
        String description = first(
                Values.text(article, "description", "abstract"),
                markup.meta("og:description", "description", "twitter:description", "dc.description"));
        String plain = description == null ? null : Values.plain(description);
        if (plain == null || paragraphs.isEmpty()) {
            return plain;
        }
        String begin = Headlines.letters(String.join(" ", paragraphs.subList(0, Math.min(3, paragraphs.size()))));
        String letters = Headlines.letters(plain);
        return begin.contains(letters.substring(0, Math.min(letters.length(), 60))) ? null : plain;
    }

    /** The canonical address, which some sites set to their front page on every page; then the page's own. */
    private String canonical() {
        List<String> addresses = Stream.of(
                        markup.canonical,
                        markup.meta("og:url"),
                        Values.text(article, "url"),
                        Values.text(article, "mainEntityOfPage"),
                        Values.text(article, "@id"))
                .map(address -> CanonicalLink.of(address, base()))
                .flatMap(Optional::stream)
                .toList();
        String own = CanonicalLink.of(uri).orElse(null);
        return Stream.concat(addresses.stream(), Stream.ofNullable(own))
                .filter(address -> !isFront(address))
                .findFirst()
                .orElse(own == null && !addresses.isEmpty() ? addresses.get(0) : own);
    }

    private static boolean isFront(String address) {
        return address.indexOf('/', address.indexOf("://") + 3) == address.length() - 1;
    }

    private String base() {
        String base = markup.base == null
                ? null
                : CanonicalLink.resolve(uri, markup.base).orElse(null);
        return base == null ? uri : base;
    }

    private String section() {
        String section = first(
                Values.text(article, "articleSection"),
                markup.meta(
                        "article:section", "og:article:section", "parsely-section", "section", "cxenseparse:section"),
                markup.property("articlesection"));
        return section == null || section.contains("://") || section.length() > 100 ? null : Values.plain(section);
    }

    private List<String> keywords() {
        List<String> sent = Values.names(article, "keywords");
        if (sent.isEmpty()) {
            sent = markup.metas(
                    "news_keywords", "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords");
        }
        return sent.stream()
                .flatMap(one -> Stream.of(one.split(one.indexOf(';') >= 0 && one.indexOf(',') < 0 ? ";" : ",")))
                .map(Values::plain)
                .filter(word -> word != null && word.length() <= 100)
                .distinct()
                .limit(MOST_KEYWORDS)
                .toList();
    }

    private String language() {
        String language = first(
                Values.text(article, "inLanguage"),
                markup.language,
                markup.meta("og:locale", "content-language", "dc.language", "dcterms.language", "language"));
        if (language == null) {
            return null;
        }
        String tag = Locale.forLanguageTag(language.split("[,;]")[0].strip().replace('_', '-'))
                .toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    private Page.Rights rights() {
        String terms = first(
                Values.text(article, "license", "usageInfo"),
                markup.licences.stream()
                        .map(link -> Text.orNull(link.attr("href")))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                markup.meta("dcterms.license", "dc.rights.license"));
        Page.Rights rights = new Page.Rights(
                first(Values.text(article, "copyrightHolder"), markup.meta("dcterms.rightsholder", "dc.rightsholder")),
                first(
                        Values.text(article, "copyrightNotice"),
                        markup.meta("copyright", "dc.rights", "dcterms.rights", "rights")),
                terms,
                markup.meta("tdm-reservation"));
        return rights.equals(new Page.Rights(null, null, null, null)) ? null : rights;
    }

    private boolean isFree() {
        String free = first(
                Values.text(article, "isAccessibleForFree"),
                markup.property("isaccessibleforfree"),
                markup.meta("article:content_tier"));
        return free == null || !Set.of("false", "no", "locked").contains(free.toLowerCase(Locale.ROOT));
    }

    /** Whether the page calls itself an article. */
    private boolean isMarked() {
        String type = markup.meta("og:type");
        return !article.isMissingNode()
                || type != null && type.toLowerCase(Locale.ROOT).contains("article")
                || markup.meta("article:published_time") != null
                || !markup.properties("articlebody").isEmpty();
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return Text.clean(text);
            }
        }
        return null;
    }
}
