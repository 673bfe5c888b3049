package dev.dateline.ingest.feed;

import dev.dateline.ingest.syndication.Feed;
import dev.dateline.ingest.syndication.FeedItem;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.syndication.NotAFeedException;
import dev.dateline.model.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One poll of one feed: asks, proves “not modified” now and then, reads, and tells new and changed items from known ones.
 */
final class FeedPoll {
    private static final int DIGEST_DIGITS = 16;
    private static final String SITEMAP_INDEX = "sitemap-index";
    private static final int SITEMAPS_NAMED = 3;

    private final FeedSourceConfig config;
    private final Fetcher fetcher;
    private final Function<URI, String> refusal;
    private final ItemPages pages;
    private final Rhythm rhythm;
    private final InstantSource clock;

    /**
     * @param refusal why an address may not be fetched, or null
     * @param pages null where pages are not fetched
     */
    FeedPoll(
            FeedSourceConfig config,
            Fetcher fetcher,
            Function<URI, String> refusal,
            ItemPages pages,
            Rhythm rhythm,
            InstantSource clock) {
        this.config = config;
        this.fetcher = fetcher;
        this.refusal = refusal;
        this.pages = pages;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    Polled poll(FeedRef feed, FeedState state) {
        Instant now = clock.instant();
        URI address = state.moved() == null ? feed.url() : state.moved();
        Fetched answer = fetcher.fetch(address, state.freshness().toSend(now), refusal);
        boolean proof = answer instanceof Fetched.NotModified
                && state.freshness().wantsProof(now, config.proofPolls(), config.proofInterval());
        if (proof) {
            answer = fetcher.fetch(address, Validators.NONE, refusal);
        }
        if (answer instanceof Fetched.NotModified same) {
            return unchanged(state, same.from(), state.freshness().notModified(), same.freshFor(), 0, now);
        }
        if (answer instanceof Fetched.Body body) {
            return read(feed, state, body, proof, now);
        }
        Fetched.Failed failed = (Fetched.Failed) answer;
        // What a permanent redirect gave does not last for ever: next time the feed's own address is asked.
        return Polled.failed(state.withoutMove(), address, Polled.Failure.of(failed));
    }

    private Polled unchanged(
            FeedState state, URI from, Freshness freshness, Duration asked, long transferred, Instant now) {
        FeedState next = new FeedState(
                state.moved(), freshness, state.pulse(), rhythm.interval(state.interval(), false), now, state.items());
        return new Polled(next, from, List.of(), 0, true, transferred, asked, Set.of(), List.of(), null);
    }

    private Polled read(FeedRef feed, FeedState state, Fetched.Body body, boolean proof, Instant now) {
        String digest = HexFormat.of().formatHex(Digests.of(body.bytes())).substring(0, DIGEST_DIGITS);
        Freshness seen = state.freshness().seen(body.validators(), digest, now);
        if (digest.equals(state.freshness().body())) {
            return unchanged(state, body.from(), seen, body.freshFor(), body.transferred(), now);
        }
        Feed read;
        try {
            read = Feeds.read(body.bytes(), body.charset(), body.from().toString());
        } catch (NotAFeedException e) {
            return unreadable(state, body, e.getMessage());
        }
        if (read.format().equals(SITEMAP_INDEX)) {
            return unreadable(state, body, indexOf(read.items()));
        }
        List<String> remarks = new ArrayList<>(read.problems());
        ItemMemory.Look look = state.items().look(taken(read.items(), remarks));
        boolean caught = proof && look.hasNews();
        if (caught) {
            remarks.add("the server says “not modified” though there is news; for " + Freshness.DISTRUST.toDays()
                    + " days it is asked for the whole feed");
        }
        FeedState next = new FeedState(
                body.moved() == null ? state.moved() : body.moved(),
                caught ? seen.caught(now) : seen,
                look.fresh().isEmpty() ? state.pulse() : state.pulse().news(now),
                rhythm.interval(state.interval(), look.hasNews()),
                now,
                look.after());
        return new Polled(
                next,
                body.from(),
                documents(feed, body, look, now, remarks),
                look.fresh().size(),
                false,
                body.transferred(),
                longer(read.interval(), body.freshFor()),
                read.skipHours(),
                remarks,
                null);
    }

    /** Feeds put the newest first; whoever reads the topic gets things in the order in which they happened. */
    private List<Document> documents(
            FeedRef feed, Fetched.Body body, ItemMemory.Look look, Instant now, List<String> remarks) {
        ItemPages.OfPoll found = pages == null ? null : pages.new OfPoll();
        List<Document> documents = new ArrayList<>();
        for (List<FeedItem> items : List.of(look.fresh(), look.changed())) {
            List<Document> newestFirst = new ArrayList<>();
            for (FeedItem item : items) {
                byte[] bytes = found == null ? item.document() : found.document(item);
                newestFirst.add(document(feed, body, item.identity(), bytes, now));
            }
            Collections.reverse(newestFirst);
            documents.addAll(newestFirst);
        }
        if (found != null) {
            remarks.addAll(found.remarks());
        }
        return documents;
    }

    /** The reader writes UTF-8 whatever the feed was sent in. */
    private Document document(FeedRef feed, Fetched.Body body, String identity, byte[] bytes, Instant now) {
        String uri = OneLine.address(feed.url() + "#" + identity);
        Document bare = Document.of(config.source(), feed.provider(), uri, now, bytes);
        return new Document(
                bare.source(),
                bare.provider(),
                bare.uri(),
                body.contentType(),
                "UTF-8",
                bare.receivedAt(),
                bare.sha256(),
                bare.bytes());
    }

    /** Each identity once, the first in the feed, and no more than can be remembered. */
    private static List<FeedItem> taken(List<FeedItem> items, List<String> remarks) {
        Set<String> identities = new HashSet<>();
        List<FeedItem> once =
                items.stream().filter(item -> identities.add(item.identity())).toList();
        if (once.size() < items.size()) {
            remarks.add(items.size() - once.size()
                    + " items are called like others of the feed; the first of each is taken");
        }
        if (once.size() > ItemMemory.MOST) {
            remarks.add("of " + once.size() + " items the first " + ItemMemory.MOST + " are taken; name smaller feeds");
            return once.subList(0, ItemMemory.MOST);
        }
        return once;
    }

    private static Polled unreadable(FeedState state, Fetched.Body body, String reason) {
        return Polled.failed(
                state.withoutMove(), body.from(), Polled.Failure.unreadable(OneLine.of(reason), body.bytes().length));
    }

    private static String indexOf(List<FeedItem> sitemaps) {
        List<String> named = sitemaps.stream()
                .map(FeedItem::link)
                .limit(SITEMAPS_NAMED)
                .map(String::valueOf)
                .toList();
        return "an index of " + sitemaps.size() + " sitemaps and no feed: name those that hold news, as "
                + String.join(" ", named);
    }

    private static Duration longer(Duration one, Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
