package dev.dateline.ingest.page;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of the text what stands in it and is none: links to other articles, credits, requests, dates, names. */
final class Cleaning {
    private static final Pattern NO_SENTENCE = Pattern.compile(
            "(?i).{0,60}\\b\\d{1,2}[.:/-]\\h?\\d{1,2}.{0,40}|.{0,40}\\b(?:19|20)\\d\\d\\b.{0,25}|(?:by|von|por|par|di|door|av|text|words|author|autor)\\b.{1,60}|.{1,3}");

    private final Outline outline;
    private final Declared declared;
    private final BitSet text;

    private Cleaning(Outline outline, Declared declared, BitSet text) {
        this.outline = outline;
        this.declared = declared;
        this.text = text;
    }

    static void clean(Outline outline, Declared declared, BitSet text) {
        Cleaning cleaning = new Cleaning(outline, declared, text);
        for (int i = text.nextSetBit(0); i >= 0; i = text.nextSetBit(i + 1)) {
            if (outline.isDropped(i) && !declared.holds(i)) {
                text.clear(i);
            }
        }
        cleaning.dropBoxes();
        cleaning.dropLines();
        cleaning.dropEdges();
        declared.trim(text);
    }

    /** Parts that are mostly links, or hold no running text although their names say that they are beside it. */
    private void dropBoxes() {
        int all = 0;
        for (int i = text.nextSetBit(0); i >= 0; i = text.nextSetBit(i + 1)) {
            all += outline.prose(i, i + 1);
        }
        for (Box box : outline.boxes) {
            if (box.size() > 0
                    && text.nextSetBit(box.from) < box.to
                    && text.nextSetBit(box.from) >= 0
                    && outline.prose(box) <= all * 0.2) {
                int linked = 0;
                int length = 0;
                boolean headings = true;
                for (int i = box.from; i < box.to; i++) {
                    Block block = outline.blocks.get(i);
                    linked += block.linked();
                    length += block.text().length();
                    headings &= block.kind() == Block.Kind.HEADING;
                }
                boolean links = linked > 0.6 * length && box.size() > 1;
                boolean aside =
                        box.role == Role.ASIDE && (linked > 0.3 * length || outline.prose(box) == 0 && !headings);
                if (links || aside) {
                    text.clear(box.from, box.to);
                }
            }
        }
    }

    private void dropLines() {
        boolean related = false;
        for (int i = text.nextSetBit(0); i >= 0; i = text.nextSetBit(i + 1)) {
            Block block = outline.blocks.get(i);
            Cues.Cue cue = declared.holds(i) ? Cues.Cue.NONE : Cues.SHIPPED.of(block);
            if (cue != Cues.Cue.NONE) {
                text.clear(i);
                related = cue == Cues.Cue.RELATED && block.text().length() < 60;
            } else if (block.linkDensity() > 0.8
                    && !declared.holds(i)
                    && (block.kind() != Block.Kind.HEADING || related)) {
                text.clear(i);
            } else {
                related = false;
            }
        }
    }

    /** Before the first and after the last running text stand dates, names and counts. */
    private void dropEdges() {
        Box home = home();
        for (int i = text.nextSetBit(0); i >= 0 && isEdge(outline.blocks.get(i), home); i = text.nextSetBit(i + 1)) {
            text.clear(i);
        }
        for (int i = text.length() - 1; i >= 0 && isEdge(outline.blocks.get(i), home); i = text.length() - 1) {
            text.clear(i);
        }
    }

    private static boolean isEdge(Block block, Box home) {
        if (block.isProse()) {
            return false;
        }
        boolean atHome = block.box() == home || block.box().parent == home;
        boolean listed = block.kind() == Block.Kind.ROW || block.kind() == Block.Kind.ITEM;
        return block.kind() == Block.Kind.HEADING
                || !(atHome || listed)
                || (!listed && NO_SENTENCE.matcher(block.text()).matches());
    }

    /** The element whose paragraphs hold the most text. */
    private Box home() {
        Map<Box, Integer> sums = new HashMap<>();
        Box most = null;
        for (int i = text.nextSetBit(0); i >= 0; i = text.nextSetBit(i + 1)) {
            Box box = outline.blocks.get(i).box();
            Box parent = box.name().equals("p") && box.parent != null ? box.parent : box;
            int sum = sums.merge(parent, outline.prose(i, i + 1), Integer::sum);
            most = most == null || sum > sums.get(most) ? parent : most;
        }
        return most;
    }
}
