package dev.dateline.enrich.gate;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EditorialOrder;
import dev.dateline.model.Kills;
import dev.dateline.model.Outcome;
import dev.dateline.model.VersionOrder;
import java.time.Instant;

/**
 * The one place where order is decided and revisions are handed out. The newest version is current; a kill is absorbing:
 * it wins over every version before and after it. Whatever the order of arrival, an article ends in the same state.
 *
 * <p>Each change is decided in two steps, {@link #decide} or {@link #release} and then {@link #tagged}, because a current
 * version that comes again is a change only when it gets other tags than it has.
 */
public final class Gate {
    private Gate() {}

    /**
     * Judges a version as it arrives.
     *
     * @param entry what is remembered of the article, or null when this is the first that is heard of it
     * @param taggers id of the taggers that tag a change now
     */
    public static Decision decide(GateEntry entry, Article incoming, String taggers, Instant now) {
        boolean kill = Kills.isKill(incoming);
        if (entry != null) {
            if (entry.getErased()) {
                return Decision.unchanged(
                        entry, Outcome.DROPPED, "a ruling erased the article: nothing of it is taken any more");
            }
            if (kill && LiftedKills.isLifted(incoming.getOrder(), entry.getLifted())) {
                return Decision.unchanged(entry, Outcome.STALE, "a ruling lifted this kill");
            }
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
                    return again(entry, incoming, taggers, now);
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
     * Judges the current version again when its embargo has ended or it has expired.
     *
     * @param current the version that {@code entry} is about
     */
    public static Decision release(GateEntry entry, Article current, Instant now) {
        return change(entry, current, now, Outcome.RELEASED);
    }

    /**
     * Judges the change of a decision again when its tags are there.
     *
     * @param before what was remembered before the decision; null when nothing was
     * @param decision one with a change of an article that is not killed
     * @param taggers id of the taggers that made the tags
     */
    public static Decision tagged(GateEntry before, Decision decision, String taggers, Tagging tagging) {
        boolean complete = tagging.failures().isEmpty();
        ShortDigest tags = TaggingDigest.of(tagging);
        if (decision.outcome() == Outcome.RETAGGED) {
            if (!complete) {
                String why = "; it keeps its tags: " + String.join(", ", tagging.failures());
                return Decision.unchanged(before, Outcome.REPEAT, sameAs(before) + why);
            }
            if (tags.equals(before.getTags())) {
                return Decision.unchanged(withTags(before, taggers, tags), Outcome.REPEAT, sameAs(before));
            }
        }
        // Without an id where one failed, so that the next repeat tries again.
        GateEntry entry = withTags(decision.entry(), complete ? taggers : null, tags);
        return new Decision(entry, decision.outcome(), decision.reason(), decision.change());
    }

    private static GateEntry withTags(GateEntry entry, String taggers, ShortDigest tags) {
        return GateEntry.newBuilder(entry).setTaggedBy(taggers).setTags(tags).build();
    }

    /** The current version once more. It is tagged anew when other taggers made its tags; a kill has none. */
    private static Decision again(GateEntry entry, Article incoming, String taggers, Instant now) {
        // Where the embargo is over, the release that is due tags the article anyway; the same with what has expired.
        boolean due = entry.getDue() != null && entry.getDue() <= now.toEpochMilli();
        if (entry.getKilled() || due || taggers.equals(entry.getTaggedBy())) {
            return Decision.unchanged(entry, Outcome.REPEAT, sameAs(entry));
        }
        Decision change = change(entry, incoming, now, Outcome.RETAGGED);
        String former = entry.getTaggedBy() == null ? "" : ", formerly by rules " + entry.getTaggedBy();
        return new Decision(change.entry(), Outcome.RETAGGED, "tagged by rules " + taggers + former, change.change());
    }

    private static String sameAs(GateEntry entry) {
        return "the same version as revision " + entry.getRevision();
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
                .setDue(status.due() == null ? null : status.due().toEpochMilli())
                .setLifted(entry == null ? null : entry.getLifted())
                .build();
        return new Decision(
                next,
                outcome(status, ifPublishable),
                status.publishable() ? null : String.join(", ", status.reasons()),
                new Change(revision, kill ? Bodiless.of(article) : article, status, inPublic));
    }

    private static Outcome outcome(Publishability status, Outcome ifPublishable) {
        if (status.publishable()) {
            return ifPublishable;
        }
        return switch (status.state()) {
            case KILLED -> Outcome.KILLED;
            case EXPIRED -> Outcome.EXPIRED;
            default -> Outcome.HELD;
        };
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
