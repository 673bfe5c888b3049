package dev.dateline.ingest.syndication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Categories and keywords of an item, each once, in their order. */
final class Categories {
    private static final int MOST = 200;

    private Categories() {}

    static List<Entry.Category> of(FeedElement item) {
        Set<Entry.Category> found = new LinkedHashSet<>();
        for (FeedElement child : item.children()) {
            read(child, found);
        }
        return new ArrayList<>(found).subList(0, Math.min(found.size(), MOST));
    }

    private static void read(FeedElement element, Set<Entry.Category> found) {
        String text = element.text();
        switch (element.name) {
            case "category" -> {
                String term = element.attribute("term");
                String scheme =
                        element.attribute("scheme") == null ? element.attribute("domain") : element.attribute("scheme");
                if (term != null || text != null) {
                    found.add(new Entry.Category(term == null ? line(text) : term, scheme, element.attribute("label")));
                }
            }
            case "media:category" -> add(text, element.attribute("scheme"), element.attribute("label"), found);
            case "itunes:category" -> {
                add(element.attribute("text"), null, null, found);
                element.children().forEach(child -> read(child, found));
            }
            case "dc:subject", "dcterms:subject", "slash:section", "prism:section" -> add(text, null, null, found);
            case "media:keywords", "itunes:keywords", "news:keywords", "keywords" -> addWords(text, found);
            case "media:group", "news:news" -> element.children().forEach(child -> read(child, found));
            default -> {
                // not a category
            }
        }
    }

    private static void addWords(String text, Set<Entry.Category> found) {
        if (text != null) {
            Arrays.stream(text.split("[,;]"))
                    .filter(word -> !word.isBlank())
                    .forEach(word -> add(word, null, null, found));
        }
    }

    private static void add(String term, String scheme, String label, Set<Entry.Category> found) {
        if (term != null && !term.isBlank()) {
            found.add(new Entry.Category(line(term), scheme, label));
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
