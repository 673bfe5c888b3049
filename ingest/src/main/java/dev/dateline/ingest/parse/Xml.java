package dev.dateline.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
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

    private static final int LONGEST_TEXT_IN_ONE_PIECE = 4_096;

    private static final XMLInputFactory FACTORY = factory();
    /** References to characters that XML forbids, which wires send all the same. */
    private static final Pattern FORBIDDEN_REFERENCE = Pattern.compile("&#(?:(\\d{1,7})|[xX]([0-9a-fA-F]{1,6}));");

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}\\?>");
    private static final int DECLARATION_WITHIN = 1_000;

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
            reader = FACTORY.createXMLStreamReader(new StringReader(legal(text)));
            return read(reader);
        } catch (XMLStreamException e) {
            throw new Unreadable(describe(e));
        } catch (RuntimeException e) {
            // a reader of hostile text: whatever it throws is about the text
            throw new Unreadable("the XML is malformed");
        } finally {
            close(reader);
        }
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int nodes = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = new XmlElement(
                            reader.getLocalName(), reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        String name = reader.getAttributeLocalName(i);
                        boolean plain = reader.getAttributeNamespace(i) == null
                                || reader.getAttributeNamespace(i).isEmpty()
                                || reader.getAttributeNamespace(i).startsWith("http://www.w3.org/XML/");
                        if (plain || !element.has(name)) {
                            element.set(name, reader.getAttributeValue(i));
                        }
                    }
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

    /** The text without the characters that XML forbids. */
    private static String legal(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ordinary = c >= ' ' && c < Character.MIN_SURROGATE;
            if (!ordinary && (isForbidden(c) || (Character.isSurrogate(c) && !isPaired(text, i)))) {
                if (out == null) {
                    out = new StringBuilder(text.length()).append(text, 0, i);
                }
                out.append(' ');
            } else if (out != null) {
                out.append(c);
            }
        }
        String clean = out == null ? text : out.toString();
        Matcher declaration = DECLARATION.matcher(clean.substring(0, Math.min(clean.length(), DECLARATION_WITHIN)));
        // the characters are decoded already; what is declared no longer matters, nor what stands before it
        int start = declaration.find() ? declaration.end() : Math.max(0, clean.indexOf('<'));
        clean = clean.substring(start).stripLeading();
        return clean.contains("&#") ? FORBIDDEN_REFERENCE.matcher(clean).replaceAll(Xml::permitted) : clean;
    }

    private static String permitted(MatchResult reference) {
        int code = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        boolean forbidden =
                code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code < 0x10000 && isForbidden((char) code));
        return forbidden ? " " : Matcher.quoteReplacement(reference.group());
    }

    private static boolean isForbidden(char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String describe(XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNumber() + ")";
        if (e instanceof WstxEOFException) {
            return "the XML is cut off or an element is not closed" + where;
        }
        String cause = e.getMessage() == null ? "" : e.getMessage();
        return "the XML is malformed" + where + ": "
                + cause.lines().findFirst().orElse("").replaceAll("\"[^\"]{30,}\"", "\"…\"");
    }

    private static void close(XMLStreamReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("closing a reader of a string cannot fail", e);
            }
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, LONGEST_TEXT_IN_ONE_PIECE);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
