package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of XML or HTML with local names only: real files disagree about namespaces, never about names. */
final class XmlElement {
    private final String name;
    private final String namespace;
    /** Names at even places, their values behind them: elements have few, and a map for each costs more than it finds. */
    private final List<String> attributes = new ArrayList<>(0);

    private final List<Object> content = new ArrayList<>(2);

    XmlElement(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
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

    Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    // loops, not streams: these three are called some hundred times for a document

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
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                Optional<XmlElement> found = child.descendant(local);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** This element and all below it, in document order. */
    Stream<XmlElement> descendants() {
        List<XmlElement> all = new ArrayList<>();
        addTo(all);
        return all.stream();
    }

    private void addTo(List<XmlElement> all) {
        all.add(this);
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.addTo(all);
            }
        }
    }

    /** All text below, cleaned; null when there is none. */
    String text() {
        return PlainText.orNull(rawText());
    }

    String rawText() {
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
