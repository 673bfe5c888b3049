package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.Change;
import dev.dateline.model.PipelineEvent;

/**
 * What the gate hands on for one version.
 *
 * @param event its outcome
 * @param change the new current state of the article, or null when there is none
 * @param cause what brought it about, unique: the record's topic, partition and offset, or the release
 */
record Gated(PipelineEvent event, Change change, String cause) {}
