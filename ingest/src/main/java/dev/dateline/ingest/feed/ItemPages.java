package dev.dateline.ingest.feed;

import dev.dateline.ingest.syndication.AttachedPage;
import dev.dateline.ingest.syndication.FeedItem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Fetches the pages that items lead to, by the same rules as the feeds, and puts them into the items' documents. */
final class ItemPages {
    static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /** Of a poll; a feed that brings more at once is read for the first time, and its older items do without. */
    static final int MOST = 100;

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final Fetcher fetcher;
    private final Function<URI, String> refusal;
    private final HostTurns turns;
    private final Function<URI, Duration> apart;

    /**
     * @param refusal why an address may not be fetched, or null
     * @param apart least time between two pages of an address's host
     */
    ItemPages(Fetcher fetcher, Function<URI, String> refusal, HostTurns turns, Function<URI, Duration> apart) {
        this.fetcher = fetcher;
        this.refusal = refusal;
        this.turns = turns;
        this.apart = apart;
    }

    /** The pages of one poll. */
    final class OfPoll {
        private final List<String> troubles = new ArrayList<>();
        private int asked;

        /** The item's document, with its page where there is one to be had. */
        byte[] document(FeedItem item) {
            if (item.link() == null || asked == MOST) {
                return item.document();
            }
            asked++;
            Fetched answer = fetch(item.link());
            if (answer instanceof Fetched.Body body && isHtml(body)) {
                return new AttachedPage(body.from().toString(), body.contentType(), body.charset(), body.bytes())
                        .attachTo(item.document());
            }
            troubles.add(item.link() + ": "
                    + (answer instanceof Fetched.Failed failed ? failed.reason() : "no HTML, so its text is left out"));
            return item.document();
        }

        /** What a person should know, one line at most. */
        List<String> remarks() {
            return troubles.isEmpty()
                    ? List.of()
                    : List.of("of " + asked + " pages " + troubles.size() + " could not be had; " + troubles.get(0));
        }
    }

    private Fetched fetch(String link) {
        try {
            URI address = WebAddress.of(link);
            String refused = refusal.apply(address);
            if (refused != null) {
                return new Fetched.Failed(0, refused, null);
            }
            turns.await(address.getHost(), apart.apply(address));
            return fetcher.fetch(address, Validators.NONE, refusal);
        } catch (IllegalArgumentException e) {
            return new Fetched.Failed(0, e.getMessage(), null);
        }
    }

    private static boolean isHtml(Fetched.Body body) {
        return body.contentType() == null || HTML.contains(body.contentType().toLowerCase(Locale.ROOT));
    }
}
