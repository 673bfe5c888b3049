/**
 * Dialect profiles: what one provider does differently from the standard, as data. A parser reads a standard; a dialect
 * says how this sender orders versions, which zone a time without one is in, which notes are not for the public.
 */
package dev.dateline.ingest.dialect;
