package dev.dateline.ingest.parse;

import java.util.List;

/** What the page of an item adds to what the feed says: the text where it is longer, and what the feed is silent about. */
final class FullText {
    private FullText() {}

    static void add(Draft item, Draft page) {
        if (length(page.body) > length(item.body)) {
            item.body = page.body;
        }
        item.headline = item.headline == null ? page.headline : item.headline;
        item.standfirst = item.standfirst == null ? page.standfirst : item.standfirst;
        item.language = item.language == null ? page.language : item.language;
        item.genre = item.genre == null ? page.genre : item.genre;
        item.credit = item.credit == null ? page.credit : item.credit;
        item.rights = item.rights == null ? page.rights : item.rights;
        item.changeNote = item.changeNote == null ? page.changeNote : item.changeNote;
        item.firstCreated = item.firstCreated == null ? page.firstCreated : item.firstCreated;
        item.versionCreated = item.versionCreated == null ? page.versionCreated : item.versionCreated;
        addWhereNone(item.bylines, page.bylines);
        addWhereNone(item.media, page.media);
        addWhereNone(item.subjects, page.subjects);
        addWhereNone(item.links, page.links);
        item.flags.addAll(page.flags);
    }

    private static <T> void addWhereNone(List<T> item, List<T> page) {
        if (item.isEmpty()) {
            item.addAll(page);
        }
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
