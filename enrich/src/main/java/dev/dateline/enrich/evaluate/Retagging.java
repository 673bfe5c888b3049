package dev.dateline.enrich.evaluate;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what other taggers change, one article at a time: the tags that it has beside those that it would get. What it
 * holds grows with the codes that change, not with the articles.
 */
public final class Retagging {
    private record Key(String scheme, String code) {
        static Key of(Tag tag) {
            return new Key(tag.getScheme(), tag.getCode());
        }
    }

    private static final class Changes {
        final Map<TagChange, Map<String, Long>> counts = new EnumMap<>(TagChange.class);
        final Map<String, String> names = new HashMap<>();
        long crossed;
    }

    private final Map<String, Changes> schemes = new TreeMap<>();
    private long articles;
    private long changed;

    /**
     * Counts one article.
     *
     * @return whether its tags differ in anything, their reasons included
     */
    public boolean add(List<Tag> before, List<Tag> after) {
        articles++;
        Map<Key, Tag> gone = new LinkedHashMap<>();
        before.forEach(tag -> gone.put(Key.of(tag), tag));
        boolean differs = false;
        for (Tag tag : after) {
            differs |= count(gone.remove(Key.of(tag)), tag);
        }
        for (Tag tag : gone.values()) {
            differs |= count(tag, null);
        }
        changed += differs ? 1 : 0;
        return differs;
    }

    private boolean count(Tag before, Tag after) {
        return TagChange.of(before, after)
                .map(change -> {
                    Tag tag = after == null ? before : after;
                    Changes changes = schemes.computeIfAbsent(tag.getScheme(), scheme -> new Changes());
                    changes.counts
                            .computeIfAbsent(change, kind -> new HashMap<>())
                            .merge(tag.getCode(), 1L, Long::sum);
                    changes.names.put(tag.getCode(), tag.getName());
                    changes.crossed += change == TagChange.RESCORED && isAbout(before) != isAbout(after) ? 1 : 0;
                    return true;
                })
                .orElse(false);
    }

    private static boolean isAbout(Tag tag) {
        return tag.getScore() >= Tags.ABOUT;
    }

    /** All articles. */
    public long articles() {
        return articles;
    }

    /** Those whose tags differ. */
    public long changed() {
        return changed;
    }

    /** The changes so far, by scheme; a scheme without any is left out. */
    public List<SchemeChanges> report() {
        List<SchemeChanges> report = new ArrayList<>();
        schemes.forEach((scheme, changes) -> {
            Map<TagChange, List<CodeCount>> codes = new EnumMap<>(TagChange.class);
            changes.counts.forEach((change, counts) -> codes.put(change, mostFrequentFirst(counts, changes.names)));
            report.add(new SchemeChanges(scheme, codes, changes.crossed));
        });
        return report;
    }

    private static List<CodeCount> mostFrequentFirst(Map<String, Long> counts, Map<String, String> names) {
        return counts.entrySet().stream()
                .map(entry -> new CodeCount(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(CodeCount::articles).reversed().thenComparing(CodeCount::code))
                .toList();
    }
}
