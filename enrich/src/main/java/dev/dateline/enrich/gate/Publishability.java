package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Kills;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an article may be published at a moment, and why not. Usable is not publishable: an embargo or a hold can sit on
 * a usable article, it can have expired, and its terms can forbid it.
 *
 * @param state what the article is then
 * @param reasons why it may not be published; empty when it may
 * @param restrictions what those who have it must heed all the same
 * @param due when the answer changes by itself, because the embargo ends or the article expires; null when it does not
 */
public record Publishability(ArticleState state, List<String> reasons, List<String> restrictions, Instant due) {

    public Publishability {
        reasons = List.copyOf(reasons);
        restrictions = List.copyOf(restrictions);
    }

    /** Of an article whose kill a ruling has lifted, until a version with its text is there. */
    static final Publishability REINSTATED =
            new Publishability(ArticleState.WITHHELD, List.of("reinstated"), List.of(), null);

    /** True when it may be published. */
    public boolean publishable() {
        return reasons.isEmpty();
    }

    /** The answer at {@code now}; an embargo ends, and an article expires, with the very instant that is named. */
    public static Publishability of(Article article, Instant now) {
        if (Kills.isKill(article)) {
            return new Publishability(ArticleState.KILLED, killReasons(article), List.of(), null);
        }
        List<String> withheld = withheldReasons(article);
        List<String> embargoed = embargoReasons(article, now);
        boolean expired = article.getExpires() != null && !article.getExpires().isAfter(now);
        List<String> reasons = new ArrayList<>(withheld);
        if (expired) {
            reasons.add("expired:" + article.getExpires());
        }
        reasons.addAll(embargoed);
        if (article.getSignal() == Signal.ADVISORY) {
            reasons.add("advisory");
        }
        Instant embargoEnd =
                embargoed.isEmpty() || article.getEmbargoedIndefinitely() ? null : article.getEmbargoedUntil();
        return new Publishability(
                state(withheld, expired, embargoed),
                reasons,
                Restrictions.of(article.getRights()),
                expired ? embargoEnd : earlier(embargoEnd, article.getExpires()));
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
        if (Restrictions.forbidPublication(article.getRights())) {
            reasons.add("usage-terms");
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

    private static ArticleState state(List<String> withheld, boolean expired, List<String> embargoed) {
        if (!withheld.isEmpty()) {
            return ArticleState.WITHHELD;
        }
        if (expired) {
            return ArticleState.EXPIRED;
        }
        return embargoed.isEmpty() ? ArticleState.CURRENT : ArticleState.EMBARGOED;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
