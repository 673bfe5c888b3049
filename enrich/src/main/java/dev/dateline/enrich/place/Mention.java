package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;

/**
 * One place in the text that names a country, or may do so.
 *
 * @param name the name of the gazetteer
 * @param kind how it names the country here, which the words around it may change
 * @param trust how much has to speak for it here
 */
record Mention(Name name, Kind kind, Name.Trust trust, Passage passage, int first, int last) {
    Mention(Name name, Passage passage, int first, int last) {
        this(name, name.kind(), name.trust(), passage, first, last);
    }

    String code() {
        return name.code();
    }

    boolean weak() {
        return trust != Name.Trust.SURE;
    }

    boolean guarded() {
        return trust == Name.Trust.GUARDED;
    }

    /** The city or state that is named, or null. */
    Locality locality() {
        return kind.isLocality() ? name.locality() : null;
    }

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
        return new Mention(name, other, trust, passage, first, last);
    }

    Mention upTo(int token) {
        return new Mention(name, kind, trust, passage, first, token);
    }

    Mention as(Name.Trust other) {
        return new Mention(name, kind, other, passage, first, last);
    }
}
