package dev.dateline.ingest.page;

import org.jsoup.nodes.Element;

/** An element that holds blocks of text: those from {@code from} up to {@code to}. */
final class Box {
    final Element element;
    /** Null for the root. */
    final Box parent;

    final Role role;
    final int depth;
    /** What its text counts where the text of the article is looked for, 0 to 1: less below what looks beside it. */
    final double weight;

    final int from;
    int to;

    Box(Element element, Box parent, Role role, int from) {
        this.element = element;
        this.parent = parent;
        this.role = role;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.weight = (parent == null ? 1 : parent.weight) * (role == Role.FURNITURE || role == Role.OUTSIDE ? 0.4 : 1);
        this.from = from;
        this.to = from;
    }

    String name() {
        return element.normalName();
    }

    int size() {
        return to - from;
    }

    /** This or the nearest element around it, up to three, with a role; null when there is none. */
    Box around(Role wanted) {
        Box box = this;
        for (int i = 0; i < 3 && box != null; i++, box = box.parent) {
            if (box.role == wanted) {
                return box;
            }
        }
        return null;
    }
}
