package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the stories among the nested NewsComponents of an item. A story is the innermost component with a headline of
 * its own that is no picture, clip or other part of one.
 */
final class NewsMl1Stories {
    private static final Set<String> MEDIA =
            Set.of("picture", "photo", "image", "graphic", "video", "audio", "sound", "clip", "logo", "thumbnail");

    private NewsMl1Stories() {}

    /** Each story as the components that lead to it, itself first; at least one. */
    static List<List<XmlElement>> of(XmlElement top) {
        List<List<XmlElement>> found = new ArrayList<>();
        collect(top, List.of(), false, found);
        if (found.isEmpty()) {
            collect(top, List.of(), true, found);
        }
        return found.isEmpty() ? List.of(List.of(top)) : found;
    }

    /** @return whether the component or one below is a story */
    private static boolean collect(
            XmlElement component, List<XmlElement> ancestors, boolean mediaToo, List<List<XmlElement>> found) {
        if (isMedium(component) && !mediaToo) {
            return false;
        }
        List<XmlElement> path =
                Stream.concat(Stream.of(component), ancestors.stream()).toList();
        boolean below = false;
        for (XmlElement child : component.children("NewsComponent")) {
            below |= collect(child, path, mediaToo, found);
        }
        if (below) {
            return true;
        }
        if (hasHeadline(component) && hasText(component)) {
            found.add(path);
            return true;
        }
        return false;
    }

    static boolean isMedium(XmlElement component) {
        return MEDIA.contains(role(component));
    }

    /** Role of a component in lower case, or "". */
    static String role(XmlElement component) {
        return component
                .child("Role")
                .map(role -> role.attribute("FormalName"))
                .map(role -> role == null ? "" : role.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static boolean hasHeadline(XmlElement component) {
        Optional<XmlElement> lines = component.child("NewsLines");
        if (lines.isPresent()) {
            for (XmlElement line : lines.get().children()) {
                if (line.name().equalsIgnoreCase("HeadLine") && line.hasText()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether there is text outside the pictures and clips of a component, or in them when it is one itself. */
    private static boolean hasText(XmlElement component) {
        return component.children("ContentItem").stream().anyMatch(item -> item.child("DataContent")
                        .filter(XmlElement::hasText)
                        .isPresent())
                || component.children("NewsComponent").stream()
                        .anyMatch(part -> (isMedium(component) || !isMedium(part)) && hasText(part));
    }
}
