package dev.dateline.ingest.parse;

import dev.dateline.ingest.text.DecodedText;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A plain XPath reading of a file without namespaces, to compare a parser with. */
final class Dom {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private final Node node;

    private Dom(Node node) {
        this.node = node;
    }

    static Dom of(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        DecodedText decoded = DecodedText.of(bytes, null);
        String text = decoded.text()
                .replaceFirst("(?s)^.*?<\\?xml[^>]*\\?>", "")
                .replaceFirst("(?s)<!DOCTYPE[^>\\[]*(\\[.*?\\])?\\s*>", "");
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return new Dom(builder.parse(new InputSource(new StringReader(text))));
    }

    /** Text at a path, with single spaces; "" when there is none. */
    String text(String path) {
        try {
            return XPATH.evaluate("string(" + path + ")", node)
                    .replaceAll("[\\s\\u00a0]+", " ")
                    .strip();
        } catch (Exception e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The first of several paths that has text, or null. */
    String first(String... paths) {
        for (String path : paths) {
            if (!text(path).isEmpty()) {
                return text(path);
            }
        }
        return null;
    }

    List<String> all(String path) {
        try {
            NodeList found = (NodeList) XPATH.evaluate(path, node, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                String text = found.item(i)
                        .getTextContent()
                        .replaceAll("[\\s\\u00a0]+", " ")
                        .strip();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    static int letters(String text) {
        return text.replaceAll("[^\\p{L}]", "").length();
    }
}
