package dev.dateline.enrich.tag;

import dev.dateline.model.Evidence;

/** Tokens of a passage that stand together, from the first to the last. */
record Span(Passage passage, int first, int last) {
    String text() {
        return passage.text.substring(passage.start(first), passage.end(last));
    }

    int tokens() {
        return last - first + 1;
    }

    Evidence evidence() {
        return Mention.evidence(passage, first, last);
    }
}
