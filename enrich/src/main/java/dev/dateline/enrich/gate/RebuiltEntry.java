package dev.dateline.enrich.gate;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;
import dev.dateline.model.VersionOrder;
import java.util.List;

/**
 * What the gate remembers of an article, read back from what it has written: for a gate that has lost its memory. What it
 * cannot read back is whether a tagger had failed; such an article is tagged anew with the next rules, not with its next
 * repeat.
 */
public final class RebuiltEntry {
    private RebuiltEntry() {}

    /**
     * The entry behind the current state of an article.
     *
     * @param inPublic whether the public topic has a record of it
     */
    public static GateEntry of(EnrichedArticle current, boolean inPublic) {
        GateEntry.Builder entry =
                GateEntry.newBuilder().setRevision(current.getRevision()).setInPublic(inPublic);
        if (current.getReasons().equals(Publishability.REINSTATED.reasons())) {
            return Rulings.lowest(entry).build();
        }
        Article article = current.getArticle();
        VersionOrder order = article.getOrder();
        entry.setNumber(order.getNumber())
                .setTime(order.getTime())
                .setSent(order.getSent())
                .setParser(order.getParser())
                .setDigest(new Digest(VersionDigest.of(article)))
                .setKilled(current.getState() == ArticleState.KILLED);
        if (current.getState() != ArticleState.KILLED) {
            Publishability then = Publishability.of(article, current.getEnrichedAt());
            entry.setDue(then.due() == null ? null : then.due().toEpochMilli())
                    .setTaggedBy(current.getRules().isEmpty() ? null : current.getRules())
                    .setTags(TaggingDigest.of(new Tagging(current.getTags(), current.getQuotes(), List.of())));
        }
        return entry.build();
    }

    /**
     * The entry with a ruling that was carried out before its memory was lost. One that was not yet changes nothing: it is
     * still to be read.
     *
     * @param entry null when the enriched topic has nothing of the article
     * @return null when nothing is to be remembered
     */
    public static GateEntry after(Ruling ruling, GateEntry entry) {
        if (ruling.getKind() == RulingKind.ERASE) {
            return entry == null ? Rulings.decide(null, ruling).entry() : entry;
        }
        if (entry == null || ruling.getKind() != RulingKind.REINSTATE || ruling.getKill() == null) {
            return entry;
        }
        LiftedKill kill = LiftedKills.of(ruling.getKill().getOrder());
        boolean ahead = entry.getKilled() && LiftedKills.isLifted(LiftedKills.of(entry), kill);
        return ahead || LiftedKills.isLifted(kill, entry.getLifted()) ? entry : Rulings.lift(entry, kill);
    }
}
