package dev.dateline.enrich.evaluate;

import dev.dateline.model.Tag;
import java.util.Optional;

/** What can become of one tag of an article when it is tagged anew. */
public enum TagChange {
    ADDED,
    REMOVED,
    /** Another score; its reasons may be others, too. */
    RESCORED,
    /** The same score from another method, on other evidence, or under another name. */
    EXPLAINED;

    /**
     * The change from one to the other, or empty when they are equal.
     *
     * @param before null when the article did not have the tag
     * @param after null when it has it no more
     */
    static Optional<TagChange> of(Tag before, Tag after) {
        if (before == null) {
            return Optional.of(ADDED);
        }
        if (after == null) {
            return Optional.of(REMOVED);
        }
        if (before.getScore() != after.getScore()) {
            return Optional.of(RESCORED);
        }
        return before.equals(after) ? Optional.empty() : Optional.of(EXPLAINED);
    }
}
