package dev.dateline.ingest.parse;

import dev.dateline.model.Media;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pictures, video and sound of NewsML 1: components of their own with renditions, caption and credit as parts. */
final class NewsMl1Media {
    private static final Set<String> TYPES = Set.of("picture", "graphic", "video", "audio");
    private static final Set<String> NOT_NEWS = Set.of("logo", "thumbnail");
    private static final Pattern PICTURE = Pattern.compile("jpe?g.*|png.*|gif.*");
    private static final Pattern VIDEO = Pattern.compile("mp(?:e?g-?)?4.*|mpe?g2?|mov|wmv|webm");
    private static final Pattern AUDIO = Pattern.compile("mp3.*|wav.*");
    private static final Pattern WIDTH = Pattern.compile("(?i)(?:pixel)?width");

    private final Draft draft;
    private final Redaction redaction;

    NewsMl1Media(Draft draft, Redaction redaction) {
        this.draft = draft;
        this.redaction = redaction;
    }

    /** @param path the story and the components around it, where media may stand beside it */
    void read(List<XmlElement> path) {
        add(path.get(0));
        for (XmlElement component : path.subList(1, path.size())) {
            component.children("NewsComponent").stream()
                    .filter(NewsMl1Stories::isMedium)
                    .forEach(this::add);
        }
    }

    private void add(XmlElement component) {
        if (NOT_NEWS.contains(NewsMl1Stories.role(component))) {
            return;
        }
        if (NewsMl1Stories.isMedium(component) && !contents(component, true).isEmpty()) {
            List<XmlElement> all = contents(component, true);
            List<XmlElement> ofRole = all.stream()
                    .filter(content -> type(content).equals(StoryMarkup.typeOf(NewsMl1Stories.role(component))))
                    .toList();
            medium(component, ofRole.isEmpty() ? all : ofRole);
            return;
        }
        List<XmlElement> own = contents(component, false);
        if (!own.isEmpty()) {
            medium(component, own);
        }
        component.children("NewsComponent").forEach(this::add);
    }

    private static List<XmlElement> contents(XmlElement component, boolean below) {
        List<XmlElement> contents = below ? component.descendants("ContentItem") : component.children("ContentItem");
        return contents.stream()
                .filter(content -> content.attribute("Href") != null && TYPES.contains(type(content)))
                .toList();
    }

    private void medium(XmlElement component, List<XmlElement> contents) {
        XmlElement best = contents.stream()
                .max(Comparator.comparingInt(NewsMl1Media::width))
                .orElseThrow();
        List<String> captions = new ArrayList<>();
        component.descendants("NewsComponent").stream()
                .filter(part -> NewsMl1Stories.role(part).equals("caption"))
                .flatMap(part -> part.descendants("DataContent").stream())
                .map(NewsMl1Story::text)
                .filter(Objects::nonNull)
                .forEach(captions::add);
        boolean medium = NewsMl1Stories.isMedium(component);
        draft.media.add(new Media(
                type(best),
                captions.isEmpty() && medium
                        ? redaction.publicPart(line(component, "HeadLine"))
                        : captions.isEmpty() ? null : redaction.publicPart(captions.get(0)),
                medium ? line(component, "CreditLine") : null,
                best.attribute("Href"),
                NewsMl1Item.name(best, "MimeType")));
    }

    private static String line(XmlElement component, String name) {
        return component.children("NewsLines").stream()
                .flatMap(lines -> lines.children().stream())
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String type(XmlElement content) {
        return Stream.of(
                        NewsMl1Item.name(content, "MimeType"),
                        NewsMl1Item.name(content, "MediaType"),
                        NewsMl1Item.name(content, "Format"))
                .filter(Objects::nonNull)
                .map(StoryMarkup::typeOf)
                .map(type -> PICTURE.matcher(type).matches()
                        ? "picture"
                        : VIDEO.matcher(type).matches()
                                ? "video"
                                : AUDIO.matcher(type).matches() ? "audio" : type)
                .filter(TYPES::contains)
                .findFirst()
                .orElse("");
    }

    private static int width(XmlElement content) {
        Optional<XmlElement> characteristics = content.child("Characteristics");
        return characteristics.stream()
                .flatMap(one -> one.children().stream())
                .filter(property -> property.attribute("FormalName") != null
                        && WIDTH.matcher(property.attribute("FormalName")).matches())
                .map(property -> property.attribute("Value"))
                .filter(value -> PlainText.isNumber(value, 6))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
