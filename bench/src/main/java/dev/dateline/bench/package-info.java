/**
 * Measures what Dateline does against what its parts can do, in one run on one machine, and writes docs/benchmarks.md.
 * Never part of a test: only ratios within a run mean something.
 */
package dev.dateline.bench;
