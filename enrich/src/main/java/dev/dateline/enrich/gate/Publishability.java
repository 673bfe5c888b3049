package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an article may be published at a moment, and why not. Usable is not publishable: an embargo or a hold can sit on
 * a usable article.
 *
 * @param state what the article is then
 * @param reasons why it may not be published; empty when it may
 * @param embargoEnd when the answer changes by itself, or null
 */
public record Publishability(ArticleState state, List<String> reasons, Instant embargoEnd) {

    public Publishability {
        reasons = List.copyOf(reasons);
    }

    /** True when it may be published. */
    public boolean publishable() {
        return reasons.isEmpty();
    }

    /** The answer at {@code now}; an embargo ends with the very instant that it names. */
    public static Publishability of(Article article, Instant now) {
        if (isKill(article)) {
            return new Publishability(ArticleState.KILLED, killReasons(article), null);
        }
        List<String> withheld = withheldReasons(article);
        List<String> embargoed = embargoReasons(article, now);
        List<String> reasons = new ArrayList<>(withheld);
        reasons.addAll(embargoed);
        if (article.getSignal() == Signal.ADVISORY) {
            reasons.add("advisory");
        }
        return new Publishability(
                state(withheld, embargoed),
                reasons,
                embargoed.isEmpty() || article.getEmbargoedIndefinitely() ? null : article.getEmbargoedUntil());
    }

    /** True for a version that withdraws its article for good: signal KILL or status CANCELED. */
    public static boolean isKill(Article article) {
        return article.getSignal() == Signal.KILL || article.getPubStatus() == PubStatus.CANCELED;
    }

    private static List<String> killReasons(Article kill) {
        List<String> reasons = new ArrayList<>();
        if (kill.getSignal() == Signal.KILL) {
            reasons.add("killed");
        }
        if (kill.getPubStatus() == PubStatus.CANCELED) {
            reasons.add("canceled");
        }
        return reasons;
    }

    /** A status or signal that this release does not know came from a newer one: held back, since it may be a restriction. */
    private static List<String> withheldReasons(Article article) {
        List<String> reasons = new ArrayList<>();
        if (article.getPubStatus() == PubStatus.WITHHELD) {
            reasons.add("withheld");
        }
        if (article.getPubStatus() == PubStatus.UNKNOWN) {
            reasons.add("status-unknown");
        }
        if (article.getSignal() == Signal.HOLD) {
            reasons.add("hold");
        }
        if (article.getSignal() == Signal.UNKNOWN) {
            reasons.add("signal-unknown");
        }
        return reasons;
    }

    private static List<String> embargoReasons(Article article, Instant now) {
        if (article.getEmbargoedIndefinitely()) {
            return List.of("embargoed-indefinitely");
        }
        Instant until = article.getEmbargoedUntil();
        return until != null && until.isAfter(now) ? List.of("embargoed-until:" + until) : List.of();
    }

    private static ArticleState state(List<String> withheld, List<String> embargoed) {
        if (!withheld.isEmpty()) {
            return ArticleState.WITHHELD;
        }
        return embargoed.isEmpty() ? ArticleState.CURRENT : ArticleState.EMBARGOED;
    }
}
