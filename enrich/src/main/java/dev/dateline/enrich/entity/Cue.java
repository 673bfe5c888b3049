package dev.dateline.enrich.entity;

/** What a word tells about the names beside it; gazetteer/entity-words.tsv lists and explains them. */
public enum Cue {
    ADDRESS,
    TITLE,
    ROLE,
    QUALIFIER,
    GIVEN,
    GIVEN_WORD,
    SPEECH,
    FIRM,
    BY,
    PARTICLE,
    STRONG_PARTICLE,
    LEGAL,
    BODY,
    OPEN_BODY,
    HEAD,
    OF,
    AND,
    FIELD,
    OF_WHOM,
    WHO,
    STOP,
    COMMON,
    /** First word of an organisation in gazetteer/organisations.tsv; not written in the file of words. */
    KNOWN,
    /** The same for names that may begin with a small letter (dpa). */
    KNOWN_SMALL;

    public final int bit = 1 << ordinal();
}
