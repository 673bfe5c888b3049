package dev.dateline.ingest.parse;

import dev.dateline.ingest.text.XmlInput;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/**
 * Reads XML from strangers: a DOCTYPE is tolerated and not followed, nothing outside the document is opened, entities
 * that the document declares are not expanded, nesting and the number of elements have limits.
 */
final class Xml {
    /** Deepest nesting that is read; real files stay under 40. */
    static final int MAX_DEPTH = 200;
    /** Most elements and attributes that are read; the largest document allowed has about one a kilobyte. */
    static final int MAX_NODES = 500_000;

    /** Why a document is not XML that can be read, in words for a person. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private Xml() {}

    static XmlElement parse(String text) throws Unreadable {
        XMLStreamReader reader = null;
        try {
            reader = XmlInput.open(text);
            return read(reader);
        } catch (XMLStreamException e) {
            throw new Unreadable(XmlInput.describe(e));
        } catch (RuntimeException e) {
            // a reader of hostile text: whatever it throws is about the text
            throw new Unreadable("the XML is malformed");
        } finally {
            XmlInput.close(reader);
        }
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int nodes = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(reader);
                    nodes += 1 + reader.getAttributeCount();
                    if (open.size() >= MAX_DEPTH) {
                        throw new Unreadable("the XML is nested deeper than " + MAX_DEPTH + " elements (line "
                                + reader.getLocation().getLineNumber() + ")");
                    }
                    if (nodes > MAX_NODES) {
                        throw new Unreadable("the XML has more than " + MAX_NODES + " elements and attributes");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    if (open.isEmpty()) {
                        return root;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().add(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    String reference = "&" + reader.getLocalName() + ";";
                    String resolved = Parser.unescapeEntities(reference, true);
                    if (!open.isEmpty() && !resolved.equals(reference)) {
                        open.peek().add(resolved);
                    }
                }
                default -> {
                    // comments, processing instructions and the DOCTYPE carry nothing
                }
            }
        }
        throw new Unreadable("the XML ends before it is complete");
    }

    /** Of attributes that differ in their namespaces alone the plain one counts. */
    private static XmlElement element(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI();
        int attributes = reader.getAttributeCount();
        XmlElement element = new XmlElement(reader.getLocalName(), namespace == null ? "" : namespace, attributes);
        for (int i = 0; i < attributes; i++) {
            String name = reader.getAttributeLocalName(i);
            String of = reader.getAttributeNamespace(i);
            boolean plain = of == null || of.isEmpty() || of.startsWith("http://www.w3.org/XML/");
            if (plain || !element.has(name)) {
                element.set(name, reader.getAttributeValue(i));
            }
        }
        return element;
    }
}
