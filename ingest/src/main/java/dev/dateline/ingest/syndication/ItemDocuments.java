package dev.dateline.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Feeds with one item: the root and the head as sent, without what changes from poll to poll, and the item. */
final class ItemDocuments {
    /** What an item may have from its feed. */
    private static final Set<String> HEAD = Set.of(
            "title",
            "dc:title",
            "link",
            "language",
            "dc:language",
            "copyright",
            "rights",
            "dc:rights",
            "media:copyright",
            "dcterms:rights",
            "cc:license",
            "author");

    private final FeedElement root;
    private final FeedElement head;
    private final List<FeedElement> kept;
    private final String headContent;

    ItemDocuments(FeedTree tree) {
        this.root = tree.root();
        this.head = tree.head();
        this.kept = head.children().stream().filter(ItemDocuments::isKept).toList();
        StringBuilder out = new StringBuilder("\n");
        for (FeedElement child : kept) {
            Markup.xml(child, out);
            out.append('\n');
        }
        this.headContent = out.toString();
    }

    private static boolean isKept(FeedElement child) {
        String rel = child.attribute("rel");
        boolean moving = child.name.equals("link") && rel != null && !rel.equals("alternate") && !rel.equals("license");
        return HEAD.contains(child.name) && !moving && child.complete;
    }

    byte[] of(FeedElement item) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Map<String, String> missing = missing(item);
        if (item == root) {
            Markup.xml(item, missing, out);
        } else {
            Markup.open(root, missing, out);
            boolean within = item.isWithin(head);
            if (head == root) {
                out.append(headContent);
            } else {
                Markup.open(head, Map.of(), out);
                out.append(headContent);
                if (!within) {
                    Markup.close(head, out);
                }
            }
            Markup.xml(item, Map.of(), out);
            if (head != root && within) {
                Markup.close(head, out);
            }
            Markup.close(root, out);
        }
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Declarations that elements leave behind which are not written, and those of prefixes that nobody declared. */
    private Map<String, String> missing(FeedElement item) {
        Map<String, String> missing = new LinkedHashMap<>();
        Set<String> declared = new HashSet<>(Set.of("xml", "xmlns"));
        declare(root, declared);
        declare(head, declared);
        for (FeedElement one = item.parent; one != null; one = one.parent) {
            if (one != root && one != head) {
                one.attributes.forEach((name, value) -> {
                    if (name.startsWith("xmlns:") && declared.add(name.substring("xmlns:".length()))) {
                        missing.put(name, value);
                    }
                });
            }
        }
        names(root, declared, missing, false);
        names(head, declared, missing, false);
        kept.forEach(child -> names(child, declared, missing, true));
        names(item, declared, missing, true);
        return missing;
    }

    private static void names(FeedElement element, Set<String> declared, Map<String, String> missing, boolean deep) {
        Set<String> known = declared;
        if (element.attributes.keySet().stream().anyMatch(name -> name.startsWith("xmlns:"))) {
            known = new HashSet<>(declared);
            declare(element, known);
        }
        check(element.sent, known, missing);
        for (String name : element.attributes.keySet()) {
            check(name, known, missing);
        }
        if (deep) {
            for (FeedElement child : element.children()) {
                names(child, known, missing, true);
            }
        }
    }

    private static void declare(FeedElement element, Set<String> declared) {
        element.attributes.keySet().stream()
                .filter(name -> name.startsWith("xmlns:"))
                .forEach(name -> declared.add(name.substring("xmlns:".length())));
    }

    private static void check(String name, Set<String> known, Map<String, String> missing) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? null : name.substring(0, colon);
        if (prefix != null && !known.contains(prefix)) {
            missing.putIfAbsent("xmlns:" + prefix, Namespaces.uriOf(prefix));
        }
    }
}
