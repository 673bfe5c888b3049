package dev.dateline.enrich.evaluate;

/**
 * How many articles see a change of one code.
 *
 * @param name English name, or null when the tags have none
 */
public record CodeCount(String code, String name, long articles) {}
