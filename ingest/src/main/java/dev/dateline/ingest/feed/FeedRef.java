package dev.dateline.ingest.feed;

import java.net.URI;

/**
 * A feed as it is configured.
 *
 * @param provider id of the provider whose items these are
 * @param url address as configured, which is part of all document ids whatever redirects say
 */
record FeedRef(String provider, URI url) {
    String host() {
        return url.getHost();
    }

    @Override
    public String toString() {
        return provider + " " + url;
    }
}
