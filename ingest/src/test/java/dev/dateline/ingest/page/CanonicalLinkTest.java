package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/a",
        "HTTPS://Example.ORG/A, https://example.org/A",
        "https://example.org, https://example.org/",
        "https://example.org/a#top, https://example.org/a",
        "https://example.org/a?utm_source=x&utm_medium=y, https://example.org/a",
        "https://example.org/a?id=7&fbclid=x, https://example.org/a?id=7",
        "https://example.org/a?ns_mchannel=rss&page=2&cmp=1, https://example.org/a?page=2",
        "https://example.org?gclid=1, https://example.org/",
        "https://example.org/a?cmpx=1, https://example.org/a?cmpx=1"
    })
    void anAddressLosesWhatTracksReaders(String sent, String canonical) {
        assertThat(CanonicalLink.of(sent)).contains(canonical);
        assertThat(CanonicalLink.of(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b.html", "/a", "ftp://example.org/a", "https://", "mailto:a@example.org", "://x"})
    void whatIsNoWebAddressIsNone(String sent) {
        assertThat(CanonicalLink.of(sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, https://example.org/a",
        "../a?x=1, https://example.org/a?x=1",
        "//other.example/a, https://other.example/a"
    })
    void aRelativeAddressIsResolved(String sent, String canonical) {
        assertThat(CanonicalLink.of(sent, "https://example.org/news/item")).contains(canonical);
    }
}
