package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** NewsML 1.0 to 1.2: an envelope with items; an item may hold the same story in several languages. */
final class NewsMl1 {
    static final String FORMAT = "newsml-1";
    private static final Set<String> ROOTS = Set.of("NewsML", "NewsItem", "NewsEnvelope");

    private final Document document;
    private final boolean charsetGuessed;
    private final Dialects dialects;

    NewsMl1(Document document, boolean charsetGuessed, Dialects dialects) {
        this.document = document;
        this.charsetGuessed = charsetGuessed;
        this.dialects = dialects;
    }

    static boolean isRoot(XmlElement root) {
        return ROOTS.contains(root.name());
    }

    List<Parsed> parse(XmlElement root) {
        List<XmlElement> items = root.name().equals("NewsItem") ? List.of(root) : root.children("NewsItem");
        if (items.isEmpty()) {
            return List.of(new Parsed.Rejected(FORMAT, 0, "a NewsML 1 document without a NewsItem"));
        }
        String sent = root.child("NewsEnvelope")
                .map(envelope -> envelope.textOf("DateAndTime"))
                .orElse(null);
        List<Parsed> parsed = new ArrayList<>();
        for (XmlElement item : items) {
            addStories(item, sent, root.attribute("Version"), parsed);
        }
        return parsed;
    }

    private void addStories(XmlElement item, String sent, String version, List<Parsed> parsed) {
        String reason = reasonAgainst(item);
        if (reason != null) {
            parsed.add(new Parsed.Rejected(FORMAT, parsed.size(), reason));
            return;
        }
        List<List<XmlElement>> stories =
                NewsMl1Stories.of(item.child("NewsComponent").orElseThrow());
        for (List<XmlElement> story : stories) {
            Draft draft = new NewsMl1Item(item, document.provider(), dialects, parsed.size()).draft(story);
            draft.formatVersion = version;
            draft.sent = sent;
            if (stories.size() > 1 && draft.guid != null) {
                draft.guid += "#" + suffix(draft, stories, story);
            }
            if (charsetGuessed) {
                draft.flags.add("charset-guessed");
            }
            parsed.add(Articles.of(document, draft));
        }
    }

    /** Stories of one item are told apart by language, or by their own id where the language is the same. */
    private static String suffix(Draft draft, List<List<XmlElement>> stories, List<XmlElement> story) {
        boolean byLanguage = draft.language != null
                && stories.stream()
                                .map(one -> one.get(0).attribute("lang"))
                                .distinct()
                                .count()
                        == stories.size();
        String id = story.get(0).attribute("Duid");
        return byLanguage ? draft.language : id != null ? id : Integer.toString(stories.indexOf(story) + 1);
    }

    private static String reasonAgainst(XmlElement item) {
        if (item.child("NewsComponent").isPresent()) {
            return null;
        }
        if (item.child("TopicSet").isPresent()
                || item.child("Catalog").isPresent() && item.child("Update").isEmpty()) {
            return "a set of topics or a catalogue, not an article";
        }
        return item.child("Update").isPresent()
                ? "instructions to change parts of an earlier NewsItem (Update), which are not carried out; ask the sender"
                        + " for whole items"
                : "a NewsItem without a NewsComponent, so without text";
    }
}
