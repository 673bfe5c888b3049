package dev.dateline.ingest.syndication;

import dev.dateline.ingest.text.XmlInput;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/** Reads a well-formed feed. */
final class FeedXml {
    /** Deepest nesting that is read; real feeds stay under 20. */
    static final int MAX_DEPTH = 200;
    /** Most elements that are read; the largest real feed has ten thousand. */
    static final int MAX_ELEMENTS = 500_000;

    private final XMLStreamReader reader;
    private FeedElement root;
    private FeedElement open;
    private int depth;
    private int elements;

    private FeedXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @throws XMLStreamException if it is not well formed, or larger than feeds are */
    static FeedElement read(String text) throws XMLStreamException {
        XMLStreamReader reader = XmlInput.open(text);
        try {
            return new FeedXml(reader).read();
        } catch (RuntimeException e) {
            // a reader of hostile text: whatever it throws is about the text
            throw new XMLStreamException("cannot be read");
        } finally {
            XmlInput.close(reader);
        }
    }

    private FeedElement read() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> {
                    open = open.parent;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    add(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    String reference = "&" + reader.getLocalName() + ";";
                    String resolved = Parser.unescapeEntities(reference, true);
                    add(resolved.equals(reference) ? "" : resolved);
                }
                default -> {
                    // comments, processing instructions and the DOCTYPE carry nothing
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("no element");
        }
        return root;
    }

    private void begin() throws XMLStreamException {
        if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new XMLStreamException(
                    "more than " + MAX_DEPTH + " elements within each other or " + MAX_ELEMENTS + " in all",
                    reader.getLocation());
        }
        FeedElement element = new FeedElement(
                orEmpty(reader.getPrefix()), reader.getLocalName(), orEmpty(reader.getNamespaceURI()), open);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            element.declare(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.set(
                    orEmpty(reader.getAttributePrefix(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
        if (open == null) {
            root = element;
        } else {
            open.content.add(element);
        }
        open = element;
    }

    private void add(String text) {
        if (open != null) {
            open.add(text);
        }
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
