package dev.dateline.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final String BASE = "https://news.example/world/feed.xml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            https://news.example/a?utm_source=rss&utm_medium=feed&id=7|https://news.example/a?id=7
            https://news.example/a?at_medium=RSS&at_campaign=KARANGA|https://news.example/a
            https://news.example/a?ns_mchannel=rss&ns_source=PublicRSS20-sa|https://news.example/a
            https://news.example/a?CMP=rss|https://news.example/a
            https://news.example/a?fbclid=x&page=2|https://news.example/a?page=2
            https://news.example/a?source=rss|https://news.example/a
            https://news.example/a?source=4711|https://news.example/a?source=4711
            https://news.example/a?b=1&&a=2|https://news.example/a?b=1&a=2
            HTTPS://News.Example:443/A|https://news.example/A
            http://news.example:8080/a|http://news.example:8080/a
            https://news.example|https://news.example/
            https://news.example/a#comments|https://news.example/a
            https://news.example/app#/story/7|https://news.example/app#/story/7
            https://news.example/app#!story|https://news.example/app#!story
            /sport/1|https://news.example/sport/1
            ?id=3|https://news.example/world/feed.xml?id=3
            ../1|https://news.example/1
            //cdn.example/1|https://cdn.example/1
            https://news.example/two words|https://news.example/two%20words
            https://news.example/100%|https://news.example/100%25
            https://news.example/übersicht|https://news.example/übersicht
            https://a_b.example/1|https://a_b.example/1
            https://me:secret@news.example/1|https://news.example/1
            """)
    void addressesOfOnePageAreWrittenInOneWay(String sent, String canonical) {
        assertThat(Links.canonical(sent, BASE)).isEqualTo(canonical);
        assertThat(Links.canonical(canonical, null)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mailto:desk@news.example", "javascript:void(0)", "urn:x:1", "http://"})
    void whatIsNoPageHasNoAddress(String sent) {
        assertThat(Links.canonical(sent, null)).isNull();
    }
}
