package dev.dateline.enrich.tag;

/** Part of an article; what stands where the reader looks first says most about the whole. */
enum Zone {
    HEADLINE,
    LEAD,
    BODY,
    CAPTION
}
