package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** NewsML-G2: one item, or a message that carries many. */
final class NewsMlG2 {
    static final String FORMAT = "newsml-g2";
    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";

    private static final Map<String, String> NOT_ARTICLES = Map.of(
            "packageItem", "a package that lists other items (packageItem); its articles come as items of their own",
            "conceptItem", "a concept, such as a person or an event (conceptItem), not an article",
            "knowledgeItem", "a list of concepts (knowledgeItem), not an article",
            "planningItem", "coverage planning (planningItem), not an article",
            "catalogItem", "a catalogue of vocabularies (catalogItem), not an article");

    private static final Set<String> DATA = Set.of("events", "sportsContent", "sports-content");

    private final Document document;
    private final boolean charsetGuessed;
    private final Dialects dialects;

    NewsMlG2(Document document, boolean charsetGuessed, Dialects dialects) {
        this.document = document;
        this.charsetGuessed = charsetGuessed;
        this.dialects = dialects;
    }

    static boolean isRoot(XmlElement root) {
        return root.namespace().equals(NAMESPACE)
                || root.name().equals("newsMessage")
                || root.name().equals("newsItem")
                || NOT_ARTICLES.containsKey(root.name());
    }

    static boolean isMentionedIn(String text) {
        return text.substring(0, Math.min(text.length(), 4096)).contains(NAMESPACE);
    }

    List<Parsed> parse(XmlElement root) {
        if (!root.name().equals("newsMessage")) {
            return List.of(parse(root, null, 0));
        }
        XmlElement header = root.child("header").orElse(null);
        List<XmlElement> items = new ArrayList<>();
        root.children("itemSet").forEach(set -> items.addAll(set.children()));
        if (items.isEmpty()) {
            return List.of(new Parsed.Rejected(FORMAT, 0, "a newsMessage without items"));
        }
        List<Parsed> parsed = new ArrayList<>();
        for (XmlElement item : items) {
            parsed.add(parse(item, header, parsed.size()));
        }
        return parsed;
    }

    private Parsed parse(XmlElement item, XmlElement header, int position) {
        return reasonAgainst(item)
                .<Parsed>map(reason -> new Parsed.Rejected(FORMAT, position, reason))
                .orElseGet(() -> article(item, header, position));
    }

    private Parsed article(XmlElement item, XmlElement header, int position) {
        Draft draft = new NewsMlG2Item(item, header, document.provider(), dialects, position).draft();
        if (charsetGuessed) {
            draft.flags.add("charset-guessed");
        }
        return Articles.of(document, draft);
    }

    private static Optional<String> reasonAgainst(XmlElement item) {
        String name = item.name();
        if (NOT_ARTICLES.containsKey(name)) {
            return Optional.of(NOT_ARTICLES.get(name));
        }
        if (!name.equals("newsItem")) {
            return Optional.of("a NewsML-G2 fragment <" + name + "> without a newsItem around it");
        }
        if (item.attribute("guid") == null) {
            return Optional.of("the newsItem has no guid, which NewsML-G2 requires; ask the sender to set it");
        }
        for (XmlElement set : item.children("contentSet")) {
            for (XmlElement inline : set.children("inlineXML")) {
                if (inline.children().stream().anyMatch(content -> DATA.contains(content.name()))) {
                    return Optional.of("a newsItem whose content is a list of events or sports data, not text");
                }
            }
        }
        return Optional.empty();
    }
}
