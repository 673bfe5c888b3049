/**
 * A trial of the promise of docs/chaos.md: the real pipeline as processes, a wire that is made up, and faults at random.
 * What is sent and what breaks when follows from one seed; {@link dev.dateline.bench.chaos.Truth} knows what must come of it.
 */
package dev.dateline.bench.chaos;
