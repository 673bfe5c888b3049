/**
 * The enrich application: {@link dev.dateline.enrich.topology.EnrichTopology} is the file to read first. Around the pure
 * gate and taggers here are state stores, the release of embargoes, record headers and dead letters.
 */
package dev.dateline.enrich.topology;
