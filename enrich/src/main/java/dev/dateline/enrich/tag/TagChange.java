package dev.dateline.enrich.tag;

import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What other rules make of one tag of an article.
 *
 * @param before the score, null where there was no such tag
 * @param after the score, null where there is none any more
 */
public record TagChange(String scheme, String code, String name, Double before, Double after) {
    /** The changes from some tags to others; how they were found and on what evidence is no change. */
    public static List<TagChange> between(List<Tag> before, List<Tag> after) {
        Map<String, TagChange> changes = new LinkedHashMap<>();
        for (Tag tag : before) {
            changes.put(key(tag), new TagChange(tag.getScheme(), tag.getCode(), tag.getName(), tag.getScore(), null));
        }
        for (Tag tag : after) {
            TagChange old = changes.get(key(tag));
            Double score = old == null ? null : old.before();
            changes.put(key(tag), new TagChange(tag.getScheme(), tag.getCode(), tag.getName(), score, tag.getScore()));
        }
        List<TagChange> real = new ArrayList<>(changes.values());
        real.removeIf(change -> Objects.equals(change.before(), change.after()));
        return real;
    }

    public boolean isAdded() {
        return before == null;
    }

    public boolean isRemoved() {
        return after == null;
    }

    /** True when the article becomes one about it. */
    public boolean becomesAbout() {
        return !isAbout(before) && isAbout(after);
    }

    /** True when the article is no longer one about it. */
    public boolean ceasesAbout() {
        return isAbout(before) && !isAbout(after);
    }

    private static boolean isAbout(Double score) {
        return score != null && score >= Tags.ABOUT;
    }

    private static String key(Tag tag) {
        return tag.getScheme() + ":" + tag.getCode();
    }
}
