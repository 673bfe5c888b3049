package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;

/** One place in the text that names a country. */
public record Mention(String code, Kind kind, boolean weak, Passage passage, int first, int last) {
    /** The words of the mention; two equal ones are the same form. */
    String form() {
        return passage.text.substring(start(), end());
    }

    int start() {
        return passage.start(first);
    }

    int end() {
        return passage.end(last);
    }

    Evidence evidence() {
        return Tags.evidence(passage, first, last);
    }

    Mention as(Kind other) {
        return new Mention(code, other, weak, passage, first, last);
    }

    Mention upTo(int token) {
        return new Mention(code, kind, weak, passage, first, token);
    }

    Mention asWeak() {
        return new Mention(code, kind, true, passage, first, last);
    }
}
