package dev.dateline.ingest.fork;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.Kills;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Tells apart articles whose sender gives no id. Their id is made of slug and day ({@link ArticleIds#guidFromSlug}), and a
 * desk uses a slug such as “Budget” for more than one story a day: a text that has next to nothing in common with those
 * under its id is another article. The first keeps the id, each other one gets a mark behind it.
 */
public final class ForkRule {
    /**
     * Below this part of shared words two texts are two articles. Measured on Reuters-21578: of 386 pairs with the same
     * headline on the same day none share less than 0.41, of 711 pairs of near-copies none less than 0.58; of 20,000 pairs of
     * any two articles 95% share less than 0.29 and half less than 0.12.
     */
    static final double SAME_STORY = 0.25;

    private static final int MARK_LENGTH = 8;

    /** Most articles under one derived id: who sends more under one slug and day sends no articles. */
    private static final int MOST_FORKS = 100;

    private ForkRule() {}

    /**
     * The article under an id of its own; one that its sender names is left as it is.
     *
     * @param known what is remembered of a derived id, or null
     * @param remember takes what is to be remembered of a derived id
     */
    public static Article placed(
            Article article, Function<String, Forks> known, BiConsumer<String, Forks> remember, Instant now) {
        if (!article.getFlags().contains(ArticleIds.DERIVED)) {
            return article;
        }
        Placed placed = place(article, known.apply(article.getArticleId()), now);
        if (placed.forks() != null) {
            remember.accept(article.getArticleId(), placed.forks());
        }
        return placed.article();
    }

    /** @param forks null when nothing is to change in what is remembered */
    private record Placed(Article article, Forks forks) {}

    private static Placed place(Article article, Forks known, Instant now) {
        Sketch sketch = TextSketches.of(article);
        boolean kill = Kills.isKill(article);
        if (known == null) {
            // a kill that comes first means what will come under the id, and its words are not the story's
            return new Placed(article, kill ? null : forks(List.of(new Fork("", sketch, sketch)), now));
        }
        int best = mostLike(sketch, known.getForks());
        boolean same = best >= 0;
        if (kill) {
            // with one article under the id it is the one that is meant, whatever words the kill has
            boolean clear = same || known.getForks().size() == 1;
            return new Placed(clear ? under(article, known, Math.max(best, 0)) : forked(article), null);
        }
        List<Fork> forks = new ArrayList<>(known.getForks());
        if (same || forks.size() >= MOST_FORKS) {
            int at = Math.max(best, 0);
            Fork fork = forks.get(at);
            forks.set(at, new Fork(fork.getMark(), fork.getFirst(), sketch));
            return new Placed(under(article, known, at), forks(forks, now));
        }
        forks.add(new Fork(mark(article), sketch, sketch));
        return new Placed(forked(article), forks(forks, now));
    }

    /** Whether two texts may be versions of one article. */
    public static boolean sameStory(Sketch a, Sketch b) {
        return a.getWords() == 0 || b.getWords() == 0 || TextSketches.shared(a, b) >= SAME_STORY;
    }

    private static Forks forks(List<Fork> forks, Instant now) {
        return new Forks(forks, now.toEpochMilli());
    }

    /** Place of the article that a text is a version of, or -1. */
    private static int mostLike(Sketch sketch, List<Fork> forks) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < forks.size(); i++) {
            Fork fork = forks.get(i);
            double shared = Math.max(
                    TextSketches.shared(sketch, fork.getFirst()), TextSketches.shared(sketch, fork.getLatest()));
            // nothing can be told of a text without words: it stays with the first
            boolean mute = sketch.getWords() == 0 || fork.getLatest().getWords() == 0;
            if (mute ? best < 0 : shared >= SAME_STORY && shared > most) {
                best = i;
                most = shared;
            }
        }
        return best;
    }

    private static Article under(Article article, Forks known, int at) {
        String mark = known.getForks().get(at).getMark();
        return mark.isEmpty() ? article : marked(article, mark);
    }

    private static Article forked(Article article) {
        return marked(article, mark(article));
    }

    private static String mark(Article article) {
        return article.getContentHash().substring(0, MARK_LENGTH);
    }

    private static Article marked(Article article, String mark) {
        List<String> flags = new ArrayList<>(article.getFlags());
        flags.add(ArticleIds.FORKED);
        return Article.newBuilder(article)
                .setArticleId(ArticleIds.forked(article.getArticleId(), mark))
                .setGuid(ArticleIds.forked(article.getGuid(), mark))
                .setFlags(flags)
                .build();
    }
}
