package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EditorialOrder;
import dev.dateline.model.Outcome;
import dev.dateline.model.VersionOrder;
import java.time.Instant;

/**
 * The one place where order is decided and revisions are handed out. The newest version is current; a kill is absorbing:
 * it wins over every version before and after it. Whatever the order of arrival, an article ends in the same state.
 */
public final class Gate {
    private Gate() {}

    /**
     * Judges a version as it arrives.
     *
     * @param entry what is remembered of the article, or null when this is the first that is heard of it
     */
    public static Decision decide(GateEntry entry, Article incoming, Instant now) {
        boolean kill = Publishability.isKill(incoming);
        if (entry != null) {
            if (entry.getKilled() && !kill) {
                return Decision.unchanged(
                        entry,
                        Outcome.KILLED,
                        "the article is killed (revision " + entry.getRevision() + "): no version of it is published");
            }
            // A kill is compared with kills alone, so that the newest one stands for all.
            if (entry.getKilled() == kill) {
                int rank = compare(incoming, entry);
                if (rank == 0) {
                    return Decision.unchanged(
                            entry, Outcome.REPEAT, "the same version as revision " + entry.getRevision());
                }
                if (rank < 0) {
                    return Decision.unchanged(
                            entry, Outcome.STALE, "older than the version of revision " + entry.getRevision());
                }
            }
        }
        return change(entry, incoming, now, Outcome.CURRENT);
    }

    /**
     * Judges the current version again when its embargo has ended.
     *
     * @param current the version that {@code entry} is about
     */
    public static Decision release(GateEntry entry, Article current, Instant now) {
        return change(entry, current, now, Outcome.RELEASED);
    }

    private static Decision change(GateEntry entry, Article article, Instant now, Outcome ifPublishable) {
        Publishability status = Publishability.of(article, now);
        boolean kill = status.state() == ArticleState.KILLED;
        long revision = entry == null ? 1 : entry.getRevision() + 1;
        boolean inPublic = status.publishable() || (entry != null && entry.getInPublic());
        VersionOrder order = article.getOrder();
        GateEntry next = GateEntry.newBuilder()
                .setRevision(revision)
                .setNumber(order.getNumber())
                .setTime(order.getTime())
                .setSent(order.getSent())
                .setParser(order.getParser())
                .setDigest(new Digest(VersionDigest.of(article)))
                .setKilled(kill)
                .setInPublic(inPublic)
                .setEmbargoEnd(
                        status.embargoEnd() == null ? null : status.embargoEnd().toEpochMilli())
                .build();
        return new Decision(
                next,
                status.publishable() ? ifPublishable : kill ? Outcome.KILLED : Outcome.HELD,
                status.publishable() ? null : String.join(", ", status.reasons()),
                new Change(revision, kill ? Bodiless.of(article) : article, status, inPublic));
    }

    private static int compare(Article incoming, GateEntry entry) {
        VersionOrder current = new VersionOrder(entry.getNumber(), entry.getTime(), entry.getSent(), entry.getParser());
        return EditorialOrder.compare(
                incoming.getOrder(),
                VersionDigest.of(incoming),
                current,
                entry.getDigest().bytes());
    }
}
