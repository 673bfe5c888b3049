package dev.dateline.enrich.gate;

import dev.dateline.model.Outcome;

/**
 * What the gate makes of one version.
 *
 * @param entry what to remember from now on; the same object as before when nothing changed
 * @param outcome CURRENT, HELD, KILLED, RELEASED, RETAGGED, STALE or REPEAT
 * @param reason why, in one line; null when the version simply became current
 * @param change the new current state, or null when the version changed nothing
 */
public record Decision(GateEntry entry, Outcome outcome, String reason, Change change) {

    static Decision unchanged(GateEntry entry, Outcome outcome, String reason) {
        return new Decision(entry, outcome, reason, null);
    }
}
