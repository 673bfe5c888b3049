package dev.dateline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads every event of a document and all its text with the library's reader, and does nothing with it: the limit of a parser. */
final class PlainReader {
    private static final Set<String> XML = Set.of("newsml-g2", "newsml-1", "nitf", "agency-xml");
    private static final Set<String> JSON = Set.of("ninjs", "ap-media", "mrn");
    private static final XMLInputFactory STAX = stax();
    private static final JsonFactory JACKSON = new JsonFactory();

    private PlainReader() {}

    /** The reader for a format of XML or JSON. */
    static Optional<ToLongFunction<byte[]>> of(String format) {
        return XML.contains(format)
                ? Optional.of(PlainReader::xml)
                : JSON.contains(format) ? Optional.of(PlainReader::json) : Optional.empty();
    }

    static String name(String format) {
        return XML.contains(format) ? "StAX" : "Jackson";
    }

    private static long xml(byte[] bytes) {
        try {
            XMLStreamReader reader = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
            long length = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    length += reader.getText().length();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        length += reader.getAttributeValue(i).length();
                    }
                }
            }
            return length;
        } catch (XMLStreamException e) {
            return 0; // a few files are not well-formed in what the parser mends
        }
    }

    private static long json(byte[] bytes) {
        try (JsonParser parser = JACKSON.createParser(bytes)) {
            long length = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                length += token.isScalarValue() ? parser.getText().length() : 1;
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XMLInputFactory stax() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
