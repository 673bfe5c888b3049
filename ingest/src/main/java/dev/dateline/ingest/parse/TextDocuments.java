package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import java.util.List;
import java.util.Optional;

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
        Optional<Parsed> page = PageText.parse(document, decoded, dialects);
        if (page.isPresent()) {
            return List.of(page.get());
        }
        Optional<Parsed> dated =
                WireText.isFramed(text) ? Optional.empty() : PageText.parseAny(document, decoded, dialects);
        if (dated.isPresent()) {
            return List.of(dated.get());
        }
        return List.of(
                WireText.isCopy(text)
                        ? WireText.parse(document, decoded, dialects)
                        : new Parsed.Rejected("unknown", 0, PlainTextKinds.describe(text)));
    }
}
