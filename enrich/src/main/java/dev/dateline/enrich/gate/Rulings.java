package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import dev.dateline.model.Outcome;
import dev.dateline.model.Ruling;
import dev.dateline.model.RulingKind;

/** What an operator's ruling makes of an article. As with versions, the order of arrival does not matter in the end. */
public final class Rulings {
    private Rulings() {}

    /**
     * Judges a ruling.
     *
     * @param entry what is remembered of the article, or null
     * @return outcome ERASED when nothing of the article is to be kept; REINSTATED when its kill is lifted: with a change
     *     where it was killed, which has no text until a version comes again; else REPEAT or STALE
     * @throws IllegalArgumentException if this release does not know what is ordered, or it is incomplete
     */
    public static Decision decide(GateEntry entry, Ruling ruling) {
        if (ruling.getKind() == RulingKind.ERASE) {
            return erase(entry, ruling);
        }
        if (ruling.getKind() != RulingKind.REINSTATE) {
            throw new IllegalArgumentException("the kind of the ruling is not known to this release: upgrade it");
        }
        if (ruling.getKill() == null) {
            throw new IllegalArgumentException("a ruling that reinstates must hold the kill that it lifts");
        }
        return reinstate(entry, ruling);
    }

    private static Decision erase(GateEntry entry, Ruling ruling) {
        GateEntry.Builder erased = GateEntry.newBuilder();
        erased.setRevision(entry == null ? 0 : entry.getRevision()).setInPublic(false);
        GateEntry next = lowest(erased).setErased(true).build();
        return Decision.unchanged(next, Outcome.ERASED, said(ruling));
    }

    private static Decision reinstate(GateEntry entry, Ruling ruling) {
        LiftedKill kill = LiftedKills.of(ruling.getKill().getOrder());
        if (entry != null && entry.getErased()) {
            return Decision.unchanged(entry, Outcome.STALE, "a ruling erased the article");
        }
        if (entry != null && LiftedKills.isLifted(kill, entry.getLifted())) {
            return Decision.unchanged(entry, Outcome.REPEAT, "this kill is lifted already");
        }
        if (entry != null && !entry.getKilled()) {
            return Decision.unchanged(lift(entry, kill), Outcome.REINSTATED, "it was not killed yet; " + said(ruling));
        }
        if (entry != null && !LiftedKills.isLifted(LiftedKills.of(entry), kill)) {
            return Decision.unchanged(lift(entry, kill), Outcome.STALE, "a newer kill is in force");
        }
        return reinstated(entry, ruling, kill);
    }

    private static Decision reinstated(GateEntry entry, Ruling ruling, LiftedKill kill) {
        long revision = entry == null ? 1 : entry.getRevision() + 1;
        boolean inPublic = entry != null && entry.getInPublic();
        GateEntry.Builder next = GateEntry.newBuilder();
        next.setRevision(revision).setInPublic(inPublic).setLifted(kill);
        Article article = Bodiless.of(ruling.getKill());
        return new Decision(
                lowest(next).build(),
                Outcome.REINSTATED,
                said(ruling) + "; its text is back with the next version that arrives or is replayed",
                new Change(revision, article, Publishability.REINSTATED, inPublic));
    }

    /** Lower than every version. */
    static GateEntry.Builder lowest(GateEntry.Builder entry) {
        return entry.setNumber(Long.MIN_VALUE)
                .setTime(Long.MIN_VALUE)
                .setSent(Long.MIN_VALUE)
                .setParser(Integer.MIN_VALUE)
                .setDigest(new Digest(new byte[Digest.getClassSchema().getFixedSize()]))
                .setKilled(false);
    }

    static GateEntry lift(GateEntry entry, LiftedKill kill) {
        return GateEntry.newBuilder(entry).setLifted(kill).build();
    }

    private static String said(Ruling ruling) {
        return "ruling of " + ruling.getBy() + ": " + ruling.getReason();
    }
}
