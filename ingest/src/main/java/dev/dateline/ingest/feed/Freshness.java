package dev.dateline.ingest.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a server's last answer for a feed, and how far the server is believed when it says that nothing has
 * changed.
 *
 * @param body digest of the last body, or null
 * @param provenAt when a whole body was last seen
 * @param unproven answers since then that said “not modified”
 * @param distrustedUntil while it was caught telling otherwise; {@link Instant#EPOCH} when it never was
 */
record Freshness(Validators validators, String body, Instant provenAt, int unproven, Instant distrustedUntil) {
    static final Freshness UNKNOWN = new Freshness(Validators.NONE, null, Instant.EPOCH, 0, Instant.EPOCH);

    /** Servers are mended and moved: a liar gets another chance after a while. */
    static final Duration DISTRUST = Duration.ofDays(7);

    /** What to send: nothing while the server is not believed. */
    Validators toSend(Instant now) {
        return now.isBefore(distrustedUntil) ? Validators.NONE : validators;
    }

    /** Whether “not modified” has been taken on trust for long enough. */
    boolean wantsProof(Instant now, int polls, Duration time) {
        return unproven + 1 >= polls || !now.isBefore(provenAt.plus(time));
    }

    Freshness notModified() {
        return new Freshness(validators, body, provenAt, unproven + 1, distrustedUntil);
    }

    Freshness seen(Validators told, String digest, Instant now) {
        return new Freshness(told, digest, now, 0, distrustedUntil);
    }

    Freshness caught(Instant now) {
        return new Freshness(validators, body, provenAt, unproven, now.plus(DISTRUST));
    }
}
