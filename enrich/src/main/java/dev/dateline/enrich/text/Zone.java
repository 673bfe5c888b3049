package dev.dateline.enrich.text;

/** Part of an article; what stands where the reader looks first says most about the whole. */
public enum Zone {
    HEADLINE,
    LEAD,
    BODY,
    CAPTION
}
