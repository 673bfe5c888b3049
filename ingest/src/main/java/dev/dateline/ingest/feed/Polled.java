package dev.dateline.ingest.feed;

import dev.dateline.model.Document;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What came of one poll.
 *
 * @param state of the feed from now on
 * @param from address that answered last
 * @param documents new and changed items, the oldest first as far as the feed tells
 * @param fresh how many of them are new
 * @param notModified whether the server or the bytes said that nothing has changed
 * @param transferred bytes of bodies as sent
 * @param asked how long feed and server ask to be left alone at least, or null
 * @param skipHours hours, UTC, in which the feed asks not to be polled
 * @param remarks what a person should know though the feed works, one line each
 * @param failure why there is nothing, or null
 */
record Polled(
        FeedState state,
        URI from,
        List<Document> documents,
        int fresh,
        boolean notModified,
        long transferred,
        Duration asked,
        Set<Integer> skipHours,
        List<String> remarks,
        Failure failure) {

    /**
     * Why a poll brought nothing.
     *
     * @param gone whether the server says that the feed is gone for good
     * @param tooMany whether the host says that it is asked too often: all its feeds wait then
     * @param unreadable whether there was an answer that is no feed or too large: a matter for the dead-letter topic
     * @param size of the answer in bytes, or -1
     */
    record Failure(String reason, Duration retryAfter, boolean gone, boolean tooMany, boolean unreadable, long size) {
        /** Nothing but a reason. */
        static Failure of(String reason) {
            return new Failure(reason, null, false, false, false, -1);
        }

        /** The server has not given a body that can be looked at. */
        static Failure of(Fetched.Failed failed) {
            return new Failure(
                    failed.reason(), failed.retryAfter(), failed.isGone(), failed.isTooMany(), failed.tooLarge(), -1);
        }

        /** There is a body, and it is no feed. */
        static Failure unreadable(String reason, long size) {
            return new Failure(reason, null, false, false, true, size);
        }
    }

    static Polled failed(FeedState state, URI from, Failure failure) {
        return new Polled(state, from, List.of(), 0, false, 0, null, Set.of(), List.of(), failure);
    }

    int changed() {
        return documents.size() - fresh;
    }
}
