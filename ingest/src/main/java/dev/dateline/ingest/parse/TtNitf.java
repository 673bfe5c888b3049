package dev.dateline.ingest.parse;

import dev.dateline.model.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The body format of TT: headline, standfirst, text, fact boxes, pictures, with Swedish element names. */
final class TtNitf {
    private final Draft draft;

    TtNitf(Draft draft) {
        this.draft = draft;
    }

    void read(XmlElement inline) {
        List<String> body = new ArrayList<>();
        for (XmlElement text : inline.descendants("TEXT")) {
            String headline = text.textOf("RUBRIK");
            if (body.isEmpty()) {
                draft.headline = draft.headline == null ? headline : draft.headline;
                text.child("INGRESS")
                        .map(lead -> String.join(" ", Paragraphs.of(lead, draft.dialect.skip())))
                        .filter(lead -> !lead.isEmpty())
                        .ifPresent(lead -> draft.standfirst = lead);
            } else if (headline != null) {
                body.add(headline);
            }
            text.children("BRODTEXT").forEach(copy -> body.addAll(Paragraphs.of(copy, draft.dialect.skip())));
            text.children("BYLINE").stream()
                    .map(XmlElement::text)
                    .filter(Objects::nonNull)
                    .forEach(draft.bylines::add);
            text.children("BILD").forEach(this::addPicture);
            dateline(text).ifPresent(dateline -> draft.dateline = dateline);
        }
        draft.body = body;
    }

    private Optional<String> dateline(XmlElement text) {
        return draft.dateline != null ? Optional.empty() : text.child("DAT").map(dat -> dat.textOf("ORT"));
    }

    private void addPicture(XmlElement picture) {
        draft.media.add(new Media(
                "picture", picture.textOf("BILDTEXT"), picture.textOf("BILDSKAPARE"), picture.textOf("BILDFIL"), null));
    }
}
