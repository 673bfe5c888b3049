package dev.dateline.ingest.text;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML from strangers: a DOCTYPE is tolerated and not followed, nothing outside the document is opened, entities
 * that the document declares are not expanded. Limits of depth and number are the reader's own affair.
 */
public final class XmlInput {
    private static final int LONGEST_TEXT_IN_ONE_PIECE = 4_096;

    private static final XMLInputFactory FACTORY = factory();

    private XmlInput() {}

    /**
     * A reader at the beginning of a document; references to entities come as events of their own.
     *
     * @param text decoded text; its declaration of an encoding does not matter
     * @throws XMLStreamException if it does not begin as XML
     */
    public static XMLStreamReader open(String text) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new StringReader(XmlCharacters.of(text)));
    }

    /** What is wrong with the XML, in one line for a person, without text of the document. */
    public static String describe(XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNumber() + ")";
        if (e instanceof WstxEOFException) {
            return "the XML is cut off or an element is not closed" + where;
        }
        String cause = e.getMessage() == null ? "" : e.getMessage();
        return "the XML is malformed" + where + ": "
                + cause.lines().findFirst().orElse("").replaceAll("\"[^\"]{30,}\"", "\"…\"");
    }

    /** @param reader may be null */
    public static void close(XMLStreamReader reader) {
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
