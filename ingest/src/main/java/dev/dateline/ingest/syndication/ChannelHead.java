package dev.dateline.ingest.syndication;

import java.util.List;
import java.util.Objects;

/**
 * What the head of a feed says, for itself and for its items; read once.
 *
 * @param atom whether the format is Atom, which says of each text what it is
 * @param title or null
 * @param link address of the site, or null
 * @param language or null
 * @param rights or null
 * @param license or null
 * @param authors of an Atom feed; RSS names an editor of the feed instead, who is nobody's author
 */
record ChannelHead(
        boolean atom,
        FeedText title,
        String link,
        String language,
        FeedText rights,
        String license,
        List<String> authors) {
    static ChannelHead of(FeedTree tree) {
        FeedElement head = tree.head();
        boolean atom = tree.format().equals("atom");
        String named = Fields.line(head, "language", "dc:language");
        return new ChannelHead(
                atom,
                Fields.text(head, atom, "title", "dc:title"),
                Fields.link(head),
                named == null ? head.inherited("xml:lang") : named,
                Fields.rights(head, atom),
                Fields.license(head),
                atom
                        ? head.children("author").stream()
                                .map(Persons::name)
                                .filter(Objects::nonNull)
                                .toList()
                        : List.of());
    }
}
