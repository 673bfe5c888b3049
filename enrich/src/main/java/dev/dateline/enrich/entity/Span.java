package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;

/** Tokens of a passage that stand together, from the first to the last. */
public record Span(Signs signs, int first, int last) {
    public Passage passage() {
        return signs.passage;
    }

    String text() {
        return passage().text.substring(passage().start(first), passage().end(last));
    }

    int tokens() {
        return last - first + 1;
    }

    long key(int index) {
        return signs.key(first + index);
    }

    Evidence evidence() {
        return Tags.evidence(passage(), first, last);
    }
}
