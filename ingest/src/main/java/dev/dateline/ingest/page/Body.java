package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the text of the article among the blocks of a page. Each block counts for the boxes that hold it, the less the
 * further out they are; the box with the most is the text, and what around it reads and is marked alike belongs to it.
 */
final class Body {
    /** What is left of a block's value from one box to the next that holds more. */
    private static final double DECAY = 0.8;

    /** How many times more a block counts that the markup calls text. */
    private static final double DECLARED = 3;

    private static final int LEVELS = 5;
    /** Characters of running text that a page must have without its comments, for these to be none of it for certain. */
    private static final int REST = 250;
    /** Characters that a detail may have on a page without running text. */
    private static final int LEAST = 400;
    /** Characters of running text from which a text may be all there is. */
    private static final int WHOLE = 1000;

    private final Outline outline;
    private final Declared declared;

    private Body(Outline outline, Declared declared) {
        this.outline = outline;
        this.declared = declared;
    }

    /** The blocks of the text, still with what stands in between and is none. */
    static BitSet of(Outline outline, Declared declared) {
        Body body = new Body(outline, declared);
        BitSet chosen = new BitSet(outline.size());
        if (outline.size() > 0) {
            body.dropFurniture();
            Box best = body.grown(body.best());
            chosen.set(best.from, best.to);
            body.addAlike(best, chosen);
        }
        return chosen;
    }

    private void dropFurniture() {
        int all = outline.prose(0, outline.size());
        for (Box box : outline.boxes) {
            // more text than all that runs is a table or a list, and no detail
            boolean small = outline.prose(box) <= all * box.role.limit()
                    && (box.role != Role.DETAIL || outline.plain(box) <= Math.max(all, LEAST));
            boolean beside = box.role == Role.OUTSIDE && all - outline.prose(box) >= REST;
            if (isFrame(box) || beside || box.role.limit() > 0 && small) {
                outline.drop(box.from, box.to);
            }
        }
    }

    private static boolean isFrame(Box box) {
        return box.name().equals("footer") || box.name().equals("nav");
    }

    private Box best() {
        Map<Box, Double> scores = new IdentityHashMap<>();
        for (int i = 0; i < outline.size(); i++) {
            Box box = outline.blocks.get(i).box();
            double value = outline.isDropped(i)
                    ? 0
                    : value(outline.blocks.get(i)) * box.weight * (declared.holds(i) ? DECLARED : 1);
            while (box != null && value != 0) {
                scores.merge(box, value, Double::sum);
                Box parent = box.parent;
                value *= parent != null && parent.size() > box.size() ? DECAY : 1;
                box = parent;
            }
        }
        Box best = outline.boxes.get(0);
        double most = 0;
        for (Box box : outline.boxes) {
            double score = scores.getOrDefault(box, 0.0) * factor(box.role);
            if (score > most) {
                best = box;
                most = score;
            }
        }
        return best;
    }

    private static double factor(Role role) {
        return switch (role) {
            case BODY -> 1.5;
            case ARTICLE -> 1.1;
            case NONE, FURNITURE, OUTSIDE -> 1;
            case LEAD, ASIDE, DETAIL -> 0.7;
        };
    }

    private static double value(Block block) {
        int length = block.text().length();
        if (block.linkDensity() > 0.5) {
            return -10 - 0.1 * Math.min(length, 200);
        }
        if (block.isProse()) {
            return Math.min(length, 600) * (1 - block.linkDensity());
        }
        return switch (block.kind()) {
            case HEADING -> 0;
            case ROW -> 0.5 * Math.min(length, 100);
            default -> -5;
        };
    }

    /** The box or one around it, as long as what comes with it reads like the text: an article may lie in several. */
    private Box grown(Box chosen) {
        Box best = chosen;
        for (Box box = chosen.parent; box != null; box = box.parent) {
            Quality rest = quality(box.from, best.from, best.weight).plus(quality(best.to, box.to, best.weight));
            boolean much = rest.good > (outline.prose(best) < WHOLE ? 0.1 : 0.5) * outline.prose(best);
            if (much && rest.good > 3 * rest.bad || isText(box, best)) {
                best = box;
            }
        }
        return best;
    }

    /**
     * How well blocks read.
     *
     * @param good characters of paragraphs
     * @param bad characters of links, and something for each block that is no paragraph
     */
    private record Quality(double good, double bad) {
        Quality plus(Quality other) {
            return new Quality(good + other.good, bad + other.bad);
        }
    }

    private Quality quality(int from, int to, double weight) {
        double good = 0;
        double bad = 0;
        for (int i = from; i < to; i++) {
            Block block = outline.blocks.get(i);
            if (outline.isDropped(i)) {
                continue;
            }
            int length = block.text().length();
            if (block.box().weight < weight) {
                bad += length;
            } else if (block.isProse() && length >= 60 && block.linkDensity() < 0.2) {
                good += length;
            } else {
                bad += block.linked() + (block.kind() == Block.Kind.ITEM ? 5 : 15);
            }
        }
        return new Quality(good, bad);
    }

    /** A box that is named as the text is the text, unless it holds much else. */
    private boolean isText(Box box, Box best) {
        return box.role == Role.BODY && outline.prose(box) < 1.5 * outline.prose(best) + 300;
    }

    /** Boxes beside the chosen one, or beside one around it, that are marked as that one is and read like text. */
    private void addAlike(Box chosen, BitSet blocks) {
        Map<Box, List<Box>> children = children(chosen);
        Box inner = chosen;
        for (int level = 0;
                level < LEVELS && inner.parent != null && !isArticle(inner);
                level++, inner = inner.parent) {
            String mark = mark(inner);
            for (Box box : children.getOrDefault(inner.parent, List.of())) {
                if (box != inner && mark(box).equals(mark) && reads(box)) {
                    blocks.set(box.from, box.to);
                }
            }
        }
    }

    private boolean isArticle(Box box) {
        return box.name().equals("article") && outline.prose(box) >= WHOLE;
    }

    private Map<Box, List<Box>> children(Box chosen) {
        Map<Box, List<Box>> children = new IdentityHashMap<>();
        Box around = chosen;
        for (int level = 0; level < LEVELS && around != null; level++) {
            around = around.parent;
            if (around != null) {
                children.put(around, new ArrayList<>());
            }
        }
        for (Box box : outline.boxes) {
            List<Box> siblings = box.parent == null ? null : children.get(box.parent);
            if (siblings != null) {
                siblings.add(box);
            }
        }
        return children;
    }

    private static String mark(Box box) {
        String classes = box.element.className();
        int first = classes.indexOf(' ');
        return box.name() + "." + (first < 0 ? classes : classes.substring(0, first));
    }

    private boolean reads(Box box) {
        Quality quality = quality(box.from, box.to, box.parent.weight);
        return quality.good > 2 * quality.bad;
    }
}
