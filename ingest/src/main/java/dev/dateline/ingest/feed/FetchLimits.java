package dev.dateline.ingest.feed;

import java.time.Duration;

/**
 * How much and how long.
 *
 * @param connect for a connection, TLS included
 * @param silence between two bytes
 * @param total for everything, redirects included: bytes that drip are no way around it
 * @param bytes of a body, both as sent and expanded
 */
record FetchLimits(Duration connect, Duration silence, Duration total, int bytes) {
    FetchLimits withBytes(int other) {
        return new FetchLimits(connect, silence, total, other);
    }
}
