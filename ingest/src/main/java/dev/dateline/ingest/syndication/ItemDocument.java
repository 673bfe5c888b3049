package dev.dateline.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A feed with one item: the root and the head as sent, without what changes from poll to poll, and the item. */
final class ItemDocument {
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

    private final FeedTree tree;
    private final StringBuilder out = new StringBuilder();

    private ItemDocument(FeedTree tree) {
        this.tree = tree;
    }

    static byte[] of(FeedTree tree, FeedElement item) {
        ItemDocument document = new ItemDocument(tree);
        document.write(item);
        return document.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(FeedElement item) {
        FeedElement root = tree.root();
        FeedElement head = tree.head();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (item == root) {
            Markup.open(root, undeclared(item), out);
            root.content.forEach(part -> add(part));
            Markup.close(root, out);
            return;
        }
        Markup.open(root, undeclared(item), out);
        out.append('\n');
        if (head != root) {
            Markup.open(head, Map.of(), out);
            out.append('\n');
        }
        writeHead(head);
        boolean apart = head != root && !isBelow(item, head);
        if (apart) {
            Markup.close(head, out);
            out.append('\n');
        }
        Markup.xml(item, out);
        out.append('\n');
        if (head != root && !apart) {
            Markup.close(head, out);
            out.append('\n');
        }
        Markup.close(root, out);
        out.append('\n');
    }

    private void add(Object part) {
        if (part instanceof FeedElement child) {
            Markup.xml(child, out);
        } else {
            Markup.text((String) part, out);
        }
    }

    private void writeHead(FeedElement head) {
        for (FeedElement child : head.children()) {
            String rel = child.attribute("rel");
            boolean moving =
                    child.name.equals("link") && rel != null && !rel.equals("alternate") && !rel.equals("license");
            if (HEAD.contains(child.name) && !moving && child.complete) {
                Markup.xml(child, out);
                out.append('\n');
            }
        }
    }

    private static boolean isBelow(FeedElement item, FeedElement head) {
        for (FeedElement one = item; one != null; one = one.parent) {
            if (one == head) {
                return true;
            }
        }
        return false;
    }

    /** Declarations for the prefixes that nobody declared. */
    private Map<String, String> undeclared(FeedElement item) {
        Set<String> declared = new HashSet<>(Set.of("xml", "xmlns"));
        for (FeedElement one = item; one != null; one = one.parent) {
            declare(one, declared);
        }
        declare(tree.head(), declared);
        Map<String, String> missing = new LinkedHashMap<>();
        missing(tree.root(), declared, missing, false);
        missing(tree.head(), declared, missing, false);
        tree.head().children().stream()
                .filter(child -> HEAD.contains(child.name))
                .forEach(child -> missing(child, declared, missing, true));
        missing(item, declared, missing, true);
        return missing;
    }

    private static void missing(FeedElement element, Set<String> declared, Map<String, String> missing, boolean deep) {
        Set<String> known = new HashSet<>(declared);
        declare(element, known);
        check(element.sent, known, missing);
        element.attributes.keySet().forEach(name -> check(name, known, missing));
        if (deep) {
            element.children().forEach(child -> missing(child, known, missing, true));
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
            missing.put("xmlns:" + prefix, Namespaces.uriOf(prefix));
        }
    }
}
