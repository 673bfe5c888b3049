package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import dev.dateline.model.Rights;

/** What may be said of an article whose text must not be shown. */
public final class Bodiless {
    private Bodiless() {}

    /**
     * Identity, rank, status, dates, rights holder and provenance. Copied field by field, so that a field which the
     * contract gains later is left out until someone decides otherwise.
     */
    public static Article of(Article article) {
        return Article.newBuilder()
                .setArticleId(article.getArticleId())
                .setProvider(article.getProvider())
                .setSource(article.getSource())
                .setGuid(article.getGuid())
                .setVersion(article.getVersion())
                .setOrder(article.getOrder())
                .setPubStatus(article.getPubStatus())
                .setSignal(article.getSignal())
                .setSignalMarker(article.getSignalMarker())
                .setMarkers(article.getMarkers())
                .setUrgency(article.getUrgency())
                .setLanguage(article.getLanguage())
                .setRights(holderOf(article.getRights()))
                .setFirstCreated(article.getFirstCreated())
                .setVersionCreated(article.getVersionCreated())
                .setUtcOffset(article.getUtcOffset())
                .setReceivedAt(article.getReceivedAt())
                .setEmbargoedUntil(article.getEmbargoedUntil())
                .setEmbargoedIndefinitely(article.getEmbargoedIndefinitely())
                .setExpires(article.getExpires())
                .setFlags(article.getFlags())
                .setContentHash(article.getContentHash())
                .setProvenance(article.getProvenance())
                .build();
    }

    private static Rights holderOf(Rights rights) {
        return rights == null || rights.getCopyrightHolder() == null
                ? null
                : Rights.newBuilder()
                        .setCopyrightHolder(rights.getCopyrightHolder())
                        .build();
    }
}
