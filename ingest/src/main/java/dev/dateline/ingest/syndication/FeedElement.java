package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An element of a feed, with its name as sent and as it is known here: "title", "dc:creator", always in lower case. */
final class FeedElement {
    /** Name as sent, with its prefix. */
    final String sent;
    /** Usual prefix and local name in lower case. */
    final String name;

    final FeedElement parent;
    /** Attributes by their names as sent, declarations of namespaces among them. */
    final Map<String, String> attributes = new LinkedHashMap<>(4);
    /** Each a FeedElement or a String, in document order. */
    final List<Object> content = new ArrayList<>(2);
    /** False when the text ended before the element did. */
    boolean complete = true;

    private final Map<String, String> values = new LinkedHashMap<>(4);

    FeedElement(String prefix, String local, String uri, FeedElement parent) {
        this.sent = prefix.isEmpty() ? local : prefix + ":" + local;
        String usual = Namespaces.prefixOf(uri, prefix);
        this.name = (usual.isEmpty() ? "" : usual + ":") + local.toLowerCase(Locale.ROOT);
        this.parent = parent;
    }

    /** @param local local name; a plain attribute goes before one with a prefix */
    void set(String prefix, String local, String sentValue) {
        String value = Characters.repaired(sentValue);
        attributes.put(prefix.isEmpty() ? local : prefix + ":" + local, value);
        String lower = local.toLowerCase(Locale.ROOT);
        if (prefix.equals("xml")) {
            values.put("xml:" + lower, value);
        } else if (prefix.isEmpty()) {
            values.put(lower, value);
        } else {
            values.putIfAbsent(lower, value);
        }
    }

    void declare(String prefix, String uri) {
        attributes.put(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
    }

    void add(String text) {
        content.add(Characters.repaired(text));
    }

    /** Value of an attribute by its local name in lower case, stripped; null when absent or blank. */
    String attribute(String local) {
        String value = values.get(local);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Value here or at the nearest element around this one that has the attribute, or null. */
    String inherited(String attribute) {
        for (FeedElement one = this; one != null; one = one.parent) {
            if (one.values.containsKey(attribute)) {
                return one.attribute(attribute);
            }
        }
        return null;
    }

    /** Address against which relative ones are resolved, or null. */
    String base() {
        String outer = parent == null ? null : parent.base();
        String own = attribute("xml:base");
        return own == null ? outer : Links.resolve(own, outer);
    }

    /** The item that this element is or stands in, or null. */
    FeedElement item() {
        for (FeedElement one = this; one != null; one = one.parent) {
            if (FeedTree.isItem(one.name)) {
                return one;
            }
        }
        return null;
    }

    /** Whether it is the other element or stands in it. */
    boolean isWithin(FeedElement other) {
        for (FeedElement one = this; one != null; one = one.parent) {
            if (one == other) {
                return true;
            }
        }
        return false;
    }

    List<FeedElement> children() {
        List<FeedElement> children = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof FeedElement child) {
                children.add(child);
            }
        }
        return children;
    }

    // loops, not streams: these are called some sixty times for an item

    List<FeedElement> children(String wanted) {
        List<FeedElement> found = null;
        for (Object part : content) {
            if (part instanceof FeedElement child && child.name.equals(wanted)) {
                found = found == null ? new ArrayList<>(4) : found;
                found.add(child);
            }
        }
        return found == null ? List.of() : found;
    }

    Optional<FeedElement> child(String wanted) {
        for (Object part : content) {
            if (part instanceof FeedElement child && child.name.equals(wanted)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    boolean hasChildren() {
        return content.stream().anyMatch(FeedElement.class::isInstance);
    }

    /** All text below, stripped; null when there is none. */
    String text() {
        StringBuilder text = new StringBuilder();
        collect(text);
        return text.toString().isBlank() ? null : text.toString().strip();
    }

    private void collect(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof FeedElement child) {
                child.collect(text);
            } else {
                text.append(part);
            }
        }
    }
}
