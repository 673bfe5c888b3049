package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that nobody writes: a quarter of the largest document each, and read within seconds. */
class PathologicalPagesTest {
    private static final int SIZE = 2 << 20;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <div>
            <b>
            <font><p>
            <table><tr><td>
            <figure>
            <h1 class="author">
            <ul><li><a href="x">y</a>
            <span>word word.
            <p>A sentence of some length that ends here.</p>
            <div><p>A sentence of some length that ends here.</p>
            <meta name="author" content="x">
            <h1>one - two | three</h1>
            <
            <!--
            &amp;
            word
            x.<br>
            """)
    void isReadWithinSeconds(String part) {
        assertBounded("<html><body>" + (part + " ").repeat(SIZE / (part.length() + 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <title>|a - b : c »|</title>
            <meta property="og:title" content="|a - b : c »|">
            <div class="|comment body|">text</div>
            <script type="application/ld+json">|[|</script>
            <script type="application/ld+json">|{"@graph":[|</script>
            <script type="application/ld+json">{"headline":"|" x|"}</script>
            <script type="application/ld+json">{"@type":"Article","articleBody":"|many words of text |"}</script><p>many words of text many words of text
            """)
    void aLongPartIsReadWithinSeconds(String before, String part, String after) {
        assertBounded(before + (part + " ").repeat(SIZE / (part.length() + 1)) + after);
    }

    private static void assertBounded(String html) {
        Page page = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Pages.read(html, "https://example.org/a"));
        assertThat(page.reason()).isNotNull();
    }
}
