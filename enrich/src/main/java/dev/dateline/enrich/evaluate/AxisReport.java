package dev.dateline.enrich.evaluate;

import java.util.List;

/**
 * The figures of one axis.
 *
 * @param counted articles to which the sender gave codes of it
 * @param notCounted articles to which he gave none; they say nothing
 * @param best the highest-scored code against the sender's, a tie being wrong; null where that is no measure
 * @param codes every code that either side used, the most wanted first
 * @param confusions the commonest mistakes, at most {@link #MOST_CONFUSIONS}, the commonest first
 */
public record AxisReport(
        Axis axis, long counted, long notCounted, Share best, List<CodeScore> codes, List<Confusion> confusions) {
    static final int MOST_CONFUSIONS = 20;

    public AxisReport {
        codes = List.copyOf(codes);
        confusions = List.copyOf(confusions);
    }

    /** Over all decisions. */
    public Quality micro() {
        return micro(codes);
    }

    /** Over all decisions on codes that the sender uses. */
    public Quality microInUse() {
        return micro(inUse());
    }

    /** Mean over the codes that the sender uses. */
    public Quality macro() {
        return Quality.mean(inUse().stream().map(CodeScore::quality).toList());
    }

    private List<CodeScore> inUse() {
        return codes.stream().filter(CodeScore::inUse).toList();
    }

    private static Quality micro(List<CodeScore> codes) {
        return Quality.of(
                codes.stream().mapToLong(CodeScore::right).sum(),
                codes.stream().mapToLong(CodeScore::got).sum(),
                codes.stream().mapToLong(CodeScore::wanted).sum());
    }
}
