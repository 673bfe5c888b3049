package dev.dateline.sink;

import dev.dateline.model.EnrichedArticle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What remains of a batch when each article is reduced to its greatest revision. */
public final class LatestRevisions {
    private LatestRevisions() {}

    /** The greatest revision of each article, in the order in which the articles first appear. */
    public static Collection<EnrichedArticle> of(Collection<EnrichedArticle> batch) {
        Map<String, EnrichedArticle> latest = new LinkedHashMap<>();
        for (EnrichedArticle article : batch) {
            latest.merge(article.getArticleId(), article, (a, b) -> b.getRevision() > a.getRevision() ? b : a);
        }
        return latest.values();
    }
}
