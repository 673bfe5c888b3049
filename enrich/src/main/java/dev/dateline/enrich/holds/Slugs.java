package dev.dateline.enrich.holds;

import dev.dateline.enrich.gate.Bodiless;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.Kills;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.SlugNoticeKind;
import dev.dateline.model.Sluglines;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an article says about its slug. */
public final class Slugs {
    /** Formats whose kills do not repeat the id of the article they mean. */
    private static final Set<String> FORMATS = Set.of("iptc-7901", "anpa-1312", "wire-text", "email");

    private Slugs() {}

    /** The notice, or empty for articles that their sender names by id and for those without slug or headline. */
    public static Optional<SlugNotice> of(Article article) {
        String slug = article.getSlugline() == null ? article.getHeadline() : article.getSlugline();
        boolean named = !FORMATS.contains(article.getProvenance().getFormat())
                && !article.getFlags().contains(ArticleIds.DERIVED);
        if (named || slug == null) {
            return Optional.empty();
        }
        String base = Sluglines.base(slug);
        if (base.isEmpty()) {
            return Optional.empty();
        }
        boolean kill = Kills.isKill(article);
        return Optional.of(new SlugNotice(
                kill ? SlugNoticeKind.KILL : SlugNoticeKind.ARTICLE,
                article.getProvider(),
                base,
                article.getArticleId(),
                kill ? null : article.getHeadline(),
                kill ? Bodiless.of(article) : null,
                List.of(),
                time(article)));
    }

    /** The key under which everything about one slug of one provider comes together. */
    public static String key(String provider, String slug) {
        return provider + "|" + slug.toLowerCase(Locale.ROOT);
    }

    private static Instant time(Article article) {
        return article.getVersionCreated() == null ? article.getReceivedAt() : article.getVersionCreated();
    }
}
