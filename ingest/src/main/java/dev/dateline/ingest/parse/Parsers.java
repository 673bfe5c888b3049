package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents of any supported format into articles. Pure and safe for use by many threads: the same document and
 * dialects always give the same answer, and no document makes it throw.
 */
public final class Parsers {
    /** Version of the parsers: raised whenever the same bytes may give another article. */
    public static final int VERSION = 3;

    /** Most articles that are taken from one document. */
    static final int MAX_ITEMS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Parsers.class);

    private final Dialects dialects;

    /** @param dialects providers' ways, for example {@link Dialects#shipped()} */
    public Parsers(Dialects dialects) {
        this.dialects = dialects;
    }

    /**
     * What the document holds, in its order. The format is found by content; declared types and file names are not
     * looked at.
     *
     * @return at least one element
     */
    public List<Parsed> parse(Document document) {
        try {
            return Sniffer.reasonAgainst(document.bytes())
                    .<List<Parsed>>map(reason -> List.of(new Parsed.Rejected("unknown", 0, reason)))
                    .orElseGet(() -> parseText(document));
        } catch (StackOverflowError e) {
            return List.of(new Parsed.Rejected("unknown", 0, "the document is nested too deeply to be read"));
        } catch (RuntimeException e) {
            // a fault of ours: the document goes to the dead letters with its bytes, the next one is read
            LOG.warn("Reading document {} failed", document.id(), e);
            return List.of(new Parsed.Rejected(
                    "unknown",
                    0,
                    "reading failed with " + e.getClass().getSimpleName() + "; keep the document and report it"));
        }
    }

    private List<Parsed> parseText(Document document) {
        DecodedText decoded = DecodedText.of(document.bytes(), document.charset());
        return switch (Sniffer.shapeOf(decoded.text())) {
            case EMPTY -> List.of(new Parsed.Rejected("unknown", 0, "empty document"));
            case XML -> XmlDocuments.parse(document, decoded, dialects);
            case JSON -> new JsonDocuments(document, decoded, dialects).parse();
            case TEXT -> TextDocuments.parse(document, decoded, dialects);
            case HTML -> List.of(HtmlPage.parse(document, decoded, dialects));
        };
    }
}
