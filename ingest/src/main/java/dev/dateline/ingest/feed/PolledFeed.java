package dev.dateline.ingest.feed;

import java.net.URI;
import java.util.List;

/** A feed while its task runs. Only the thread that has taken it from the agenda may touch it. */
final class PolledFeed {
    final FeedRef ref;
    FeedState state;
    /** Polls that failed since the last that did not. */
    int failures;
    /** What was last said of it in the log though it works. */
    List<String> remarks = List.of();
    /** Whose turn it takes: the host that answered last, which a redirect may make another than its own. */
    String host;

    PolledFeed(FeedRef ref, FeedState state) {
        this.ref = ref;
        this.state = state;
        this.host = address().getHost();
    }

    URI address() {
        return state.moved() == null ? ref.url() : state.moved();
    }
}
