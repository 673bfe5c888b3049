/** An article as words: cut once for all taggers, numbered, and searched for phrases and stems. */
package dev.dateline.enrich.text;
