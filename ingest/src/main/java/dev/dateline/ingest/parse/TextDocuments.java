package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import java.util.List;

/** Documents of plain text: each layout is known by what stands in it, the most certain one is tried first. */
final class TextDocuments {
    private TextDocuments() {}

    static List<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        String text = decoded.text();
        if (Anpa1312.isMessage(text)) {
            return Anpa1312.parse(document, decoded, dialects);
        }
        if (Iptc7901.isMessage(text)) {
            return Iptc7901.parse(document, decoded, dialects);
        }
        if (Email.isMessage(text)) {
            return List.of(Email.parse(document, dialects));
        }
        if (WireText.isCopy(text)) {
            return List.of(WireText.parse(document, decoded, dialects));
        }
        return PageText.parse(document, decoded, dialects);
    }
}
