package dev.dateline.enrich.gate;

import dev.dateline.model.VersionOrder;
import java.util.Comparator;

/**
 * Which kills a ruling lifts: the one that it names and all older ones. The parser's part of a rank does not count, so that a
 * later reading of a lifted kill does not kill once more.
 */
final class LiftedKills {
    private static final Comparator<LiftedKill> RANK = Comparator.comparingLong(LiftedKill::getNumber)
            .thenComparingLong(LiftedKill::getTime)
            .thenComparingLong(LiftedKill::getSent);

    private LiftedKills() {}

    static LiftedKill of(VersionOrder kill) {
        return new LiftedKill(kill.getNumber(), kill.getTime(), kill.getSent());
    }

    /** The kill that an entry which is killed is about. */
    static LiftedKill of(GateEntry killed) {
        return new LiftedKill(killed.getNumber(), killed.getTime(), killed.getSent());
    }

    /** Whether a kill no longer counts; {@code lifted} may be null. */
    static boolean isLifted(VersionOrder kill, LiftedKill lifted) {
        return isLifted(of(kill), lifted);
    }

    static boolean isLifted(LiftedKill kill, LiftedKill lifted) {
        return lifted != null && RANK.compare(kill, lifted) <= 0;
    }
}
