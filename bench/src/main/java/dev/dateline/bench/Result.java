package dev.dateline.bench;

import java.util.Locale;

/**
 * One figure.
 *
 * @param what what was measured
 * @param perSecond how much of it in a second
 * @param unit what is counted
 * @param note ratio to a limit or peer of the same run, or what else one must know
 */
record Result(String what, double perSecond, String unit, String note) {
    String row() {
        return "| %s | %s | %s | %s |".formatted(what, String.format(Locale.ROOT, "%,.0f", perSecond), unit, note);
    }
}
