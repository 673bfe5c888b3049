package dev.dateline.ingest.parse;

import dev.dateline.model.Media;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A story marked up as NITF or XHTML, wherever it lies: a document of its own, or inside NewsML. Fills what the draft
 * does not have yet, because an envelope around the story knows its headline, byline and dateline better.
 */
final class StoryMarkup {
    private final Draft draft;
    private final Redaction redaction;

    StoryMarkup(Draft draft, Redaction redaction) {
        this.draft = draft;
        this.redaction = redaction;
    }

    /** Reads the head of the story, its text and the media in it. */
    void read(XmlElement story) {
        XmlElement body =
                story.name().equals("body") ? story : story.descendant("body").orElse(story);
        XmlElement content = body.child("body.content")
                .or(() -> story.descendant("body.content"))
                .orElse(story);
        draft.body = redaction.publicParagraphs(Paragraphs.of(content, draft.dialect.skip()));
        Optional<XmlElement> head = story.descendant("body.head");
        if (draft.headline == null) {
            draft.headline = story.descendant("hl1")
                    .or(() -> story.descendant("h1"))
                    .map(XmlElement::text)
                    .orElse(null);
        }
        if (draft.bylines.isEmpty()) {
            story.descendants("byline").stream()
                    .map(StoryMarkup::names)
                    .filter(Objects::nonNull)
                    .forEach(draft.bylines::add);
        }
        if (draft.dateline == null) {
            draft.dateline =
                    story.descendant("dateline").map(StoryMarkup::dateline).orElse(null);
        }
        if (draft.standfirst == null) {
            draft.standfirst = head.flatMap(one -> one.child("abstract"))
                    .map(one -> redaction.publicPart(String.join(" ", Paragraphs.of(one, draft.dialect.skip()))))
                    .orElse(null);
        }
        if (draft.standfirst == null) {
            draft.standfirst = head.flatMap(one -> one.child("hedline"))
                    .map(hedline -> hedline.textOf("hl2"))
                    .filter(second -> !second.equals(second.toUpperCase(Locale.ROOT))) // EFE's slug stands there
                    .map(redaction::publicPart)
                    .orElse(null);
        }
        for (XmlElement element : story.descendants()) {
            if (element.name().equals("media") || element.name().equals("figure")) {
                addMedium(element);
            }
        }
    }

    /** Persons that are marked as such, else the line without a title. */
    private static String names(XmlElement byline) {
        List<XmlElement> persons = byline.children("person");
        if (!persons.isEmpty()) {
            return persons.stream()
                    .map(XmlElement::text)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("; "));
        }
        String title = byline.textOf("byttl");
        return title == null || byline.text() == null
                ? byline.text()
                : PlainText.orNull(byline.text().replace(title, ""));
    }

    /** Place and day; a time in digits, which some agencies put where the day belongs, is none. */
    private static String dateline(XmlElement dateline) {
        String place = dateline.textOf("location");
        String day = dateline.textOf("story.date");
        if (place == null) {
            return day != null && day.equals(dateline.text()) && isDigits(day) ? null : dateline.text();
        }
        return day == null || isDigits(day) ? place : place + ", " + day;
    }

    private static boolean isDigits(String day) {
        return day.length() >= 4 && PlainText.isNumber(day.substring(0, 4), 4);
    }

    private void addMedium(XmlElement medium) {
        Optional<XmlElement> reference = medium.descendant("media-reference").or(() -> medium.descendant("img"));
        String caption = medium.descendant("media-caption")
                .or(() -> medium.descendant("figcaption"))
                .map(XmlElement::text)
                .orElse(null);
        String href = reference
                .map(one -> one.attribute("source") != null ? one.attribute("source") : one.attribute("src"))
                .orElse(null);
        String credit = medium.descendant("media-producer")
                .map(XmlElement::text)
                .or(() -> reference.map(one -> one.attribute("source-credit")))
                .orElse(null);
        if (caption != null || href != null) {
            draft.media.add(new Media(
                    medium.attribute("media-type") == null ? "picture" : typeOf(medium.attribute("media-type")),
                    redaction.publicPart(caption),
                    credit,
                    href,
                    reference.map(one -> one.attribute("mime-type")).orElse(null)));
        }
    }

    /** picture, video or audio from a media type or a word that begins with one; other words as they are. */
    static String typeOf(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("image") || lower.startsWith("photo") || lower.equals("picture")
                ? "picture"
                : lower.startsWith("video") ? "video" : lower.startsWith("audio") ? "audio" : lower;
    }
}
