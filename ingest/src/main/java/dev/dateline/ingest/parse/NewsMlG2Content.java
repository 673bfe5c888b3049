package dev.dateline.ingest.parse;

import dev.dateline.model.Media;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The contentSet of a newsItem: one rendition of the text, the media, and descriptions that caption them. */
final class NewsMlG2Content {
    private static final Pattern MEDIUM = Pattern.compile("(?i)(?:image|video|audio)/.*");

    private final XmlElement item;
    private final XmlElement contentMeta;
    private final Draft draft;
    private final Redaction redaction;

    NewsMlG2Content(XmlElement item, XmlElement contentMeta, Draft draft, Redaction redaction) {
        this.item = item;
        this.contentMeta = contentMeta;
        this.draft = draft;
        this.redaction = redaction;
    }

    void read() {
        draft.kind = itemType();
        readDescriptions();
        List<XmlElement> contents = new ArrayList<>();
        item.children("contentSet").forEach(set -> contents.addAll(set.children()));
        contents.removeIf(redaction::isNonPublic);
        contents.stream()
                .filter(content -> content.name().equals("inlineXML"))
                .findFirst()
                .ifPresent(this::readInlineXml);
        if (draft.body.isEmpty()) {
            contents.stream()
                    .filter(content -> content.name().equals("inlineData") && content.attribute("encoding") == null)
                    .map(content -> paragraphs(content.rawText()))
                    .filter(body -> !body.isEmpty())
                    .findFirst()
                    .ifPresent(body -> draft.body = redaction.publicParagraphs(body));
        }
        addRemoteMedia(contents.stream()
                .filter(content -> content.name().equals("remoteContent"))
                .toList());
    }

    private void readDescriptions() {
        for (XmlElement description : contentMeta.children("description")) {
            String role = description.attribute("role") == null
                    ? ""
                    : description.attribute("role").toLowerCase(Locale.ROOT);
            String text = redaction.publicPart(description.rawText());
            if (text != null && !role.contains("caption") && draft.standfirst == null) {
                draft.standfirst = text;
            } else if (text != null
                    && role.contains("caption")
                    && isText()
                    && draft.standfirst == null
                    && !repeatsSlugline(text)) {
                draft.standfirst = text;
            }
        }
    }

    /** Reuters puts "SLUG:headline" where others put a summary. */
    private boolean repeatsSlugline(String text) {
        return draft.slugline != null && text.startsWith(draft.slugline) || text.equals(draft.headline);
    }

    private void readInlineXml(XmlElement inline) {
        Optional<XmlElement> tt = inline.descendant("BRODTEXT");
        if (tt.isPresent()) {
            new TtNitf(draft).read(inline);
        } else {
            new StoryMarkup(draft, redaction).read(inline);
        }
    }

    /** Renditions of one picture are one medium: those of the largest kind stand for it. */
    private void addRemoteMedia(List<XmlElement> remote) {
        Map<String, List<XmlElement>> byType = new LinkedHashMap<>();
        for (XmlElement content : remote) {
            String type = content.attribute("contenttype");
            if (type == null || MEDIUM.matcher(type).matches()) {
                byType.computeIfAbsent(type == null ? "" : StoryMarkup.typeOf(type), key -> new ArrayList<>())
                        .add(content);
            }
        }
        boolean first = true;
        for (Map.Entry<String, List<XmlElement>> entry : byType.entrySet()) {
            XmlElement best = entry.getValue().stream()
                    .max((one, other) -> Long.compare(size(one), size(other)))
                    .orElseThrow();
            String type = entry.getKey().isEmpty() ? draft.kind : entry.getKey();
            draft.media.add(new Media(
                    type,
                    first && !isText() ? caption() : null,
                    first && !isText() ? draft.credit : null,
                    best.attribute("href") != null ? best.attribute("href") : best.attribute("residref"),
                    best.attribute("contenttype")));
            first = false;
        }
        if (remote.isEmpty() && !isText() && caption() != null) {
            draft.media.add(new Media(draft.kind, caption(), draft.credit, null, null));
        }
    }

    private String caption() {
        return contentMeta.children("description").stream()
                .filter(description -> description.attribute("role") != null
                        && description
                                .attribute("role")
                                .toLowerCase(Locale.ROOT)
                                .contains("caption"))
                .map(description -> redaction.publicPart(description.rawText()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static long size(XmlElement content) {
        String width = content.attribute("width");
        String size = content.attribute("size");
        return (PlainText.isNumber(width, 6) ? Long.parseLong(width) * 1_000_000_000L : 0)
                + (PlainText.isNumber(size, 9) ? Long.parseLong(size) : 0);
    }

    /** The class of the item by its last part: text, picture, video, audio, graphic; null when it has none. */
    private String itemType() {
        return item.child("itemMeta")
                .flatMap(meta -> meta.child("itemClass"))
                .map(itemClass -> Catalog.resolve(itemClass.attribute("qcode")).code())
                .orElse(null);
    }

    private boolean isText() {
        String type = draft.kind;
        return type == null || type.equals("text") || type.equals("composite");
    }

    static List<String> paragraphs(String data) {
        return Html.isMarkup(data) ? Paragraphs.of(Html.parse(data), Set.of()) : Paragraphs.ofPlainText(data);
    }
}
