package dev.dateline.enrich.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What changes in the tags of one scheme.
 *
 * @param codes the codes with each kind of change, the most frequent first
 * @param crossed tags whose score goes from below 0.5 to above or back: articles that are about it now, or no more
 */
public record SchemeChanges(String scheme, Map<TagChange, List<CodeCount>> codes, long crossed) {
    public SchemeChanges {
        codes = Map.copyOf(codes);
    }

    /** Tags with that change. */
    public long count(TagChange change) {
        return codes(change).stream().mapToLong(CodeCount::articles).sum();
    }

    /** The codes with that change, the most frequent first. */
    public List<CodeCount> codes(TagChange change) {
        return codes.getOrDefault(change, List.of());
    }
}
