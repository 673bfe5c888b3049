package dev.dateline.bench.chaos;

import java.nio.file.Path;

/**
 * How a run is to be.
 *
 * @param minutes how long the wire runs, at least 1
 * @param rate files a second, at least 1
 * @param seed of the wire and the faults
 * @param dataDir where everything is kept, or null for a directory that is removed in the end
 * @param json whether the result is printed as JSON
 */
record Options(int minutes, int rate, long seed, Path dataDir, boolean json) {}
