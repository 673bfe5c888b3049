package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.KnownBodies.Body;

/**
 * A name in the text and what it looks like where it stands.
 *
 * @param body the organisation when it is a known one, else null
 * @param alias its acronym in brackets after it, else null
 */
record Find(Span span, Sort sort, Body body, Span alias) {
    /** What a name looks like: surely, likely, or it cannot be told here. */
    enum Sort {
        PERSON,
        ORGANISATION,
        LIKELY_PERSON,
        LIKELY_ORGANISATION,
        OPEN,
        /** A place, unless somebody or something in the article bears the name. */
        PLACE
    }

    static Find of(Span span, Sort sort) {
        return new Find(span, sort, null, null);
    }
}
