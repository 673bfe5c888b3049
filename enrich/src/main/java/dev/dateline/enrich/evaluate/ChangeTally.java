package dev.dateline.enrich.evaluate;

import dev.dateline.enrich.tag.TagChange;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what other rules change on articles, by code. Not safe for use by several threads. */
public final class ChangeTally {
    private static final int MOST_EXAMPLES = 3;

    private final Map<String, CodeChanges> byCode = new TreeMap<>();
    private long articles;
    private long changed;
    private long changedInReasons;

    /** A change with the article on which it was seen; the headline is null where it has none. */
    public record Example(String articleId, String headline, TagChange change) {}

    /** All changes of the tags of one code. */
    public static final class CodeChanges {
        private final String scheme;
        private final String code;
        private String name;
        private long added;
        private long removed;
        private long rescored;
        private long becameAbout;
        private long ceasedAbout;
        private final List<Example> examples = new ArrayList<>();

        private CodeChanges(TagChange first) {
            this.scheme = first.scheme();
            this.code = first.code();
        }

        private void add(Article article, TagChange change) {
            name = change.name();
            added += change.isAdded() ? 1 : 0;
            removed += change.isRemoved() ? 1 : 0;
            rescored += !change.isAdded() && !change.isRemoved() ? 1 : 0;
            becameAbout += change.becomesAbout() ? 1 : 0;
            ceasedAbout += change.ceasesAbout() ? 1 : 0;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(article.getArticleId(), article.getHeadline(), change));
            }
        }

        public String scheme() {
            return scheme;
        }

        public String code() {
            return code;
        }

        public String name() {
            return name;
        }

        public long added() {
            return added;
        }

        public long removed() {
            return removed;
        }

        public long rescored() {
            return rescored;
        }

        /** Articles that become ones about it, by a score of 0.5 or more. */
        public long becameAbout() {
            return becameAbout;
        }

        public long ceasedAbout() {
            return ceasedAbout;
        }

        /** The first few. */
        public List<Example> examples() {
            return List.copyOf(examples);
        }

        private long all() {
            return added + removed + rescored;
        }
    }

    /** Counts one article as it is tagged before and after. */
    public void add(Article article, Tagging before, Tagging after) {
        articles++;
        List<TagChange> changes = TagChange.between(before.tags(), after.tags());
        boolean same = before.tags().equals(after.tags()) && before.quotes().equals(after.quotes());
        changed += same ? 0 : 1;
        changedInReasons += changes.isEmpty() && !same ? 1 : 0;
        changes.forEach(
                change -> byCode.computeIfAbsent(change.scheme() + ":" + change.code(), key -> new CodeChanges(change))
                        .add(article, change));
    }

    /** Articles that were compared. */
    public long articles() {
        return articles;
    }

    /** Articles of which anything changed, as the gate sees it: tags, what speaks for them, quotes. */
    public long changed() {
        return changed;
    }

    /** Those of them whose tags have the scores that they had. */
    public long changedInReasons() {
        return changedInReasons;
    }

    /** By scheme, then the most often changed first. */
    public List<CodeChanges> codes() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(CodeChanges::scheme)
                        .thenComparing(
                                Comparator.comparingLong(CodeChanges::all).reversed())
                        .thenComparing(CodeChanges::code))
                .toList();
    }
}
