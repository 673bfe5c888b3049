package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** XML documents: dispatches on the root element and says what the ones are that are not read. */
final class XmlDocuments {
    private static final Map<String, String> NOT_READ = Map.of(
            "svg", "an SVG drawing is not an article",
            "opml", "a list of feeds (OPML) is not an article");

    private XmlDocuments() {}

    static List<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        XmlElement root;
        try {
            root = Xml.parse(decoded.text());
        } catch (Xml.Unreadable e) {
            if (Feeds.isFeed(decoded.text())) {
                return FeedDocuments.parse(document, decoded, dialects);
            }
            return List.of(new Parsed.Rejected(
                    NewsMlG2.isMentionedIn(decoded.text()) ? NewsMlG2.FORMAT : "unknown", 0, e.getMessage()));
        }
        if (NewsMlG2.isRoot(root)) {
            return new NewsMlG2(document, decoded.guessed(), dialects).parse(root);
        }
        if (NewsMl1.isRoot(root)) {
            return new NewsMl1(document, decoded.guessed(), dialects).parse(root);
        }
        if (Nitf.isRoot(root)) {
            return Nitf.parse(root, document, decoded.guessed(), dialects);
        }
        return AgencyXml.parse(root, document, decoded.guessed(), dialects)
                .orElseGet(() -> Feeds.isFeedRoot(root.name())
                        ? FeedDocuments.parse(document, decoded, dialects)
                        : List.of(unknown(root)));
    }

    private static Parsed unknown(XmlElement root) {
        String name = root.name().toLowerCase(Locale.ROOT);
        return new Parsed.Rejected(
                NOT_READ.containsKey(name) ? name : "unknown",
                0,
                NOT_READ.getOrDefault(
                        name,
                        "XML with the root element <" + abbreviated(root.name())
                                + "> is no format that is read; read are NewsML-G2, NewsML 1, NITF, feeds and what a dialect declares under xml"));
    }

    private static String abbreviated(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
