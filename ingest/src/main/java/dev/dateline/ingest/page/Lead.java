package dev.dateline.ingest.page;

import java.util.BitSet;

/** Finds the paragraph that sums the article up where it stands ahead of the text, not in it. */
final class Lead {
    private static final int SHORTEST = 30;
    private static final int LONGEST = 900;
    private static final int REACH = 40;

    private Lead() {}

    /** The lead, or null. */
    static String of(Outline outline, BitSet text) {
        int first = text.nextSetBit(0);
        if (first < 0) {
            return null;
        }
        StringBuilder lead = new StringBuilder();
        int title = -1;
        for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
            if (outline.blocks.get(i).box().name().equals("h1")) {
                title = i;
                break;
            }
        }
        for (int i = Math.max(0, title < 0 ? first - REACH : title + 1); i < first; i++) {
            Block block = outline.blocks.get(i);
            boolean named = block.box().isIn(Role.LEAD);
            boolean placed = title >= 0 && block.isProse() && block.text().length() >= 60 && lead.isEmpty();
            boolean fits = block.text().length() >= SHORTEST
                    && block.text().length() <= LONGEST
                    && block.linkDensity() < 0.3
                    && !block.box().name().equals("h1");
            if (fits && !outline.isDropped(i) && (named || placed) && Cues.SHIPPED.of(block) == Cues.Cue.NONE) {
                lead.append(lead.isEmpty() ? "" : " ").append(block.text());
            }
        }
        return lead.isEmpty() ? null : lead.toString();
    }
}
