package dev.dateline.enrich.tag;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Zone;

/** How far an article is about what it names, by where and how often it does. */
public final class Presence {
    /** Ranks of places in the text, the most telling first. */
    public static final int IN_HEADLINE = 0;

    public static final int IN_LEAD = 1;
    public static final int IN_BODY = 2;

    private static final int LEAD_REACH = 400;
    private static final double HEADLINE = 1.6;
    private static final double LEAD = 1.0;
    private static final double BODY = 0.45;
    private static final int MOST_LEAD = 2;
    private static final int MOST_BODY = 5;
    /** So much makes a score of one half. */
    private static final double ENOUGH = 1.5;

    private Presence() {}

    /** Where a mention stands that begins at a token. */
    public static int rank(Passage passage, int token) {
        if (passage.zone == Zone.HEADLINE) {
            return IN_HEADLINE;
        }
        boolean early = passage.offset + passage.start(token) < LEAD_REACH;
        return passage.zone != Zone.CAPTION && early ? IN_LEAD : IN_BODY;
    }

    /**
     * The score of so many mentions, 0 to 1.
     *
     * @param byRank number of mentions of each rank
     */
    public static double score(int[] byRank) {
        double mass = HEADLINE * Math.min(byRank[IN_HEADLINE], 1)
                + LEAD * Math.min(byRank[IN_LEAD], MOST_LEAD)
                + BODY * Math.min(byRank[IN_BODY], MOST_BODY);
        return 1 - Math.pow(2, -mass / ENOUGH);
    }
}
