package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element of XML or HTML with local names only: real files disagree about namespaces, never about names. */
final class XmlElement {
    private final String name;
    private final String namespace;
    /** Names at even places, their values behind them: elements have few, and a map for each costs more than it finds. */
    private final List<String> attributes;

    private final List<Object> content = new ArrayList<>(2);
    /** How many of it are elements; most have none, and need not be looked through. */
    private int children;

    /** @param attributes how many it has */
    XmlElement(String name, String namespace, int attributes) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = new ArrayList<>(2 * attributes);
    }

    String name() {
        return name;
    }

    /** Namespace URI, or "" for none. */
    String namespace() {
        return namespace;
    }

    void set(String attribute, String value) {
        int known = indexOf(attribute);
        if (known >= 0) {
            attributes.set(known + 1, value);
        } else {
            attributes.add(attribute);
            attributes.add(value);
        }
    }

    void add(XmlElement child) {
        children++;
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    /** Children and text in document order: each an XmlElement or a String. */
    List<Object> content() {
        return content;
    }

    /** Value of the attribute with this local name, stripped; null when absent or blank. */
    String attribute(String local) {
        int known = indexOf(local);
        return known < 0 ? null : PlainText.orNull(attributes.get(known + 1));
    }

    /** Value of the first of these attributes that has one; null when none has. */
    String attribute(String first, String... others) {
        String value = attribute(first);
        for (int i = 0; value == null && i < others.length; i++) {
            value = attribute(others[i]);
        }
        return value;
    }

    boolean has(String local) {
        return indexOf(local) >= 0;
    }

    private int indexOf(String local) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(local)) {
                return i;
            }
        }
        return -1;
    }

    // loops, not streams: these are called some hundred times for a document

    boolean hasChildren() {
        return children > 0;
    }

    List<XmlElement> children() {
        if (children == 0) {
            return List.of();
        }
        List<XmlElement> all = new ArrayList<>(children);
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                all.add(child);
            }
        }
        return all;
    }

    List<XmlElement> children(String local) {
        List<XmlElement> found = null;
        for (Object part : content) {
            if (part instanceof XmlElement child && child.name.equals(local)) {
                found = found == null ? new ArrayList<>(4) : found;
                found.add(child);
            }
        }
        return found == null ? List.of() : found;
    }

    Optional<XmlElement> child(String local) {
        for (Object part : content) {
            if (part instanceof XmlElement child && child.name.equals(local)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** This element or the first below it with this name, in document order. */
    Optional<XmlElement> descendant(String local) {
        if (name.equals(local)) {
            return Optional.of(this);
        }
        if (children > 0) {
            for (Object part : content) {
                if (part instanceof XmlElement child) {
                    Optional<XmlElement> found = child.descendant(local);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** This element and all below it, in document order. */
    List<XmlElement> descendants() {
        List<XmlElement> all = new ArrayList<>();
        addTo(all, null);
        return all;
    }

    /** Those of this element and all below it that have this name, in document order. */
    List<XmlElement> descendants(String local) {
        List<XmlElement> all = new ArrayList<>();
        addTo(all, local);
        return all;
    }

    /** @param local null for any name */
    private void addTo(List<XmlElement> found, String local) {
        if (local == null || name.equals(local)) {
            found.add(this);
        }
        if (children > 0) {
            for (Object part : content) {
                if (part instanceof XmlElement child) {
                    child.addTo(found, local);
                }
            }
        }
    }

    /** All text below, cleaned; null when there is none. */
    String text() {
        return PlainText.orNull(rawText());
    }

    /** Whether there is text below; to find the first letter is quicker than to clean them all. */
    boolean hasText() {
        return !PlainText.isEmpty(rawText());
    }

    String rawText() {
        if (content.size() == 1 && content.get(0) instanceof String text) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        collect(out);
        return out.toString();
    }

    /** Text of the first child with this name; null when there is none. */
    String textOf(String local) {
        return child(local).map(XmlElement::text).orElse(null);
    }

    private void collect(StringBuilder out) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.collect(out);
            } else {
                out.append(part);
            }
        }
    }
}
