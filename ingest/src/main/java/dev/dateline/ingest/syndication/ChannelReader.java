package dev.dateline.ingest.syndication;

import java.util.List;
import java.util.Objects;

/** What the head of a feed says, for itself and for its items. */
final class ChannelReader {
    private final FeedTree tree;
    private final FeedElement head;

    ChannelReader(FeedTree tree) {
        this.tree = tree;
        this.head = tree.head();
    }

    Channel read() {
        EntryReader reader = new EntryReader(this);
        List<Entry> entries = tree.items().stream().map(reader::read).toList();
        return new Channel(
                tree.format(), tree.version(), title(), link(), language(), rights(), entries, tree.problems());
    }

    boolean isAtom() {
        return tree.format().equals("atom");
    }

    FeedText title() {
        return Fields.text(head, isAtom(), "title", "dc:title");
    }

    String link() {
        return Fields.link(head);
    }

    String language() {
        String named = Fields.line(head, "language", "dc:language");
        return named == null ? head.inherited("xml:lang") : named;
    }

    FeedText rights() {
        return Fields.text(head, isAtom(), "rights", "copyright", "dc:rights", "media:copyright", "dcterms:rights");
    }

    String license() {
        return Fields.license(head);
    }

    /** RSS has an editor of the feed there, who is nobody's author. */
    List<String> authors() {
        return isAtom()
                ? head.children("author").stream()
                        .map(Persons::name)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }
}
