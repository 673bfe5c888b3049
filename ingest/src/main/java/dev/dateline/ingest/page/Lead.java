package dev.dateline.ingest.page;

import java.util.BitSet;

/** Finds the paragraph that sums the article up, which stands ahead of the text or at its beginning. */
final class Lead {
    private static final int SHORTEST = 30;
    private static final int LONGEST = 900;
    /** Blocks ahead of the text, and at its beginning, among which it is looked for. */
    private static final int REACH = 40;

    private static final int BEGINNING = 8;

    private final Outline outline;
    private final BitSet text;

    private Lead(Outline outline, BitSet text) {
        this.outline = outline;
        this.text = text;
    }

    /** The lead, which is taken out of the text, or null. */
    static String take(Outline outline, BitSet text) {
        return text.isEmpty() ? null : new Lead(outline, text).take();
    }

    private String take() {
        int first = text.nextSetBit(0);
        int title = title(first);
        StringBuilder lead = new StringBuilder();
        for (int i = title < 0 ? Math.max(0, first - REACH) : title + 1; i < first; i++) {
            boolean placed = title >= 0 && lead.isEmpty() && isParagraph(outline.blocks.get(i));
            if (fits(i) && (placed || isNamed(outline.blocks.get(i)))) {
                lead.append(lead.isEmpty() ? "" : " ")
                        .append(outline.blocks.get(i).text());
            }
        }
        boolean ahead = !lead.isEmpty();
        for (int i = first; i < Math.min(first + BEGINNING, text.length()) && !ahead; i++) {
            Block block = outline.blocks.get(i);
            if (fits(i) && (isNamed(block) || block.box().role == Role.ASIDE && isParagraph(block))) {
                lead.append(lead.isEmpty() ? "" : " ")
                        .append(outline.blocks.get(i).text());
                text.clear(i);
            } else if (isParagraph(outline.blocks.get(i))) {
                break;
            }
        }
        return lead.isEmpty() ? null : lead.toString();
    }

    private int title(int first) {
        for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
            if (outline.blocks.get(i).box().name().equals("h1")) {
                return i;
            }
        }
        return -1;
    }

    private boolean fits(int i) {
        Block block = outline.blocks.get(i);
        int length = block.text().length();
        return !outline.isDropped(i)
                && length >= SHORTEST
                && length <= LONGEST
                && block.linkDensity() < 0.3
                && !block.box().name().equals("h1")
                && block.box().around(Role.DETAIL) == null
                && Cues.SHIPPED.of(block) == Cues.Cue.NONE;
    }

    private static boolean isParagraph(Block block) {
        return block.isProse() && block.text().length() >= 60;
    }

    private boolean isNamed(Block block) {
        Box named = block.box().around(Role.LEAD);
        return named != null && outline.prose(named) <= LONGEST;
    }
}
