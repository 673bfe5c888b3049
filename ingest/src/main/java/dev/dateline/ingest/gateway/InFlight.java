package dev.dateline.ingest.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of all requests that are not answered yet, and the bound that they keep to. */
final class InFlight {
    private final long limit;
    private final AtomicLong bytes = new AtomicLong();

    InFlight(long limit) {
        this.limit = limit;
    }

    long bytes() {
        return bytes.get();
    }

    Share share() {
        return new Share();
    }

    /** What one request holds of them. */
    final class Share {
        private long held;

        /**
         * Holds more.
         *
         * @throws Refusal 429 when there is no room
         */
        synchronized void add(long more) {
            if (bytes.addAndGet(more) > limit) {
                bytes.addAndGet(-more);
                throw Refusal.later(
                        429, "the gateway holds as many bytes as it may until the brokers have them; send it again");
            }
            held += more;
        }

        /** Gives back everything; more than once does no harm. */
        synchronized void release() {
            bytes.addAndGet(-held);
            held = 0;
        }
    }
}
