package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.ingest.web.Links;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads article pages: first what schema.org says (JSON-LD), then the meta elements of the page, then microdata, then the
 * text. Pure; input of any size and depth takes time in proportion to its length.
 */
public final class Pages {
    private static final int LINES_ABOVE = 8;

    private final Document page;
    private final Markup markup;
    private final JsonNode article;
    private final Facts facts;
    private final Addresses addresses;

    private Pages(Document page, String uri) {
        this.page = page;
        this.markup = Markup.of(page);
        LinkedData data = LinkedData.of(markup.scripts);
        this.article = data.article().orElse(MissingNode.getInstance());
        this.facts = new Facts(markup, article);
        this.addresses = new Addresses(markup, data, article, uri);
    }

    /**
     * What a page says of its article.
     *
     * @param html a page or a fragment of one, as characters
     * @param uri where it comes from; looked at only when it is a web address; may be null
     */
    public static Page read(String html, String uri) {
        return new Pages(Jsoup.parse(html), Links.canonical(uri, null) == null ? null : uri).read();
    }

    private Page read() {
        Outline outline = Outline.of(page.body());
        Declared declared = Declared.of(article.path("articleBody").asText(""), outline);
        BitSet text = Body.of(outline, declared);
        String lead = Lead.take(outline, text);
        Element home = home(outline, text);
        int first = text.nextSetBit(0);
        Cleaning.clean(outline, declared, text);
        List<String> body = new ArrayList<>();
        text.stream().forEach(i -> body.add(outline.blocks.get(i).text()));
        List<String> instead = declared.insteadOf(length(body));
        List<String> paragraphs = instead.isEmpty() ? body : instead;

        String canonical = addresses.canonical();
        String site = addresses.site();
        String headline = new Headlines(addresses.names(), markup.headings).of(facts.titles(), markup.title);
        paragraphs.removeIf(paragraph -> paragraph.equals(headline));
        Recognition recognition = new Recognition(
                outline,
                length(paragraphs),
                facts.isMarked(),
                facts.isFree(),
                markup.asksForPassword,
                addresses.isFrontPage());
        return new Page(
                recognition.reason(markup.title, headline, text),
                headline,
                lead == null ? facts.description(paragraphs) : lead,
                Authors.of(article, markup, site, around(outline, first)),
                List.copyOf(paragraphs),
                Stamps.published(article, markup, outline, first, headline, canonical),
                Stamps.modified(article, markup),
                facts.section(),
                facts.keywords(),
                facts.genre(),
                facts.language(),
                canonical,
                site,
                facts.credit(),
                Pictures.of(article, markup, home, addresses.base()),
                facts.rights(),
                Values.text(article, "correction"),
                facts.isFree());
    }

    /** Lines above the text and its first two. */
    private static List<String> around(Outline outline, int first) {
        int from = Math.max(0, first - LINES_ABOVE);
        int to = Math.min(outline.blocks.size(), Math.max(first, 0) + 2);
        return outline.blocks.subList(from, to).stream().map(Block::text).toList();
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
}
