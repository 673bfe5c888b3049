package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.model.Article;
import java.time.Instant;

/**
 * What the gate hands on for one version.
 *
 * @param before what was remembered of the article, or null
 * @param article the version
 * @param decision what the gate makes of it; a change waits for its tags
 * @param rules those in force when it was decided: they tag it, too
 * @param at when it was decided
 * @param cause what brought it about, unique: the record's topic, partition and offset, or the release
 */
record Gated(GateEntry before, Article article, Decision decision, RuleSet rules, Instant at, String cause) {}
