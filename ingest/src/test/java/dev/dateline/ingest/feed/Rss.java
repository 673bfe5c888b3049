package dev.dateline.ingest.feed;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds for tests. */
final class Rss {
    private Rss() {}

    /** Items called by numbers, the greatest first. */
    static String of(int from, int to) {
        return feed(IntStream.iterate(to, i -> i >= from, i -> i - 1)
                .mapToObj(i -> item("item-" + i, "Headline " + i))
                .collect(Collectors.joining()));
    }

    static String feed(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Andes</title>"
                + "<link>https://andes.example/</link>" + content + "</channel></rss>";
    }

    static String item(String guid, String title) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title
                + "</title><link>https://andes.example/" + guid + "</link></item>";
    }
}
