package dev.dateline.enrich.quote;

/**
 * Words of the sentence that say who speaks.
 *
 * @param cueFirst first token of the words that make it speech ("said"), -1 without any
 * @param cueLast the last of them
 * @param isDirect true when what is quoted is the whole speech, false when it is part of the sentence
 */
record Attribution(Speaker speaker, int cueFirst, int cueLast, boolean isDirect) {}
