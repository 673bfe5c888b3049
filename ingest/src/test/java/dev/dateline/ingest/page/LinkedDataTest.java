package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-LD as it stands in pages. */
class LinkedDataTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\": \"NewsArticle\", \"headline\": \"Ferries sail\"}",
                "[{\"@type\": \"WebPage\"}, {\"@type\": [\"Thing\", \"NewsArticle\"], \"headline\": \"Ferries sail\"}]",
                "{\"@graph\": [{\"@type\": \"https://schema.org/BlogPosting\", \"headline\": \"Ferries sail\"}]}",
                "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"schema:Article\", \"headline\": \"Ferries sail\"}}",
                "<!-- {\"@type\": \"Article\", \"headline\": \"Ferries sail\"} -->",
                "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Ferries sail\"}\n//]]>",
                "{\"@type\": \"Article\", \"headline\": \"Ferries sail\",}",
                "{\"@type\": \"Article\", \"description\": \"one\ntwo\tthree\", \"headline\": \"Ferries sail\"}",
                "{\"@type\": \"Article\", \"description\": \"He said \"no\", and went\", \"headline\": \"Ferries sail\"}",
                "{\"@type\": \"Article\", \"headline\": \"Ferries sail\"};",
                "{\"@type\": \"WebSite\"}\n{\"@type\": \"Article\", \"headline\": \"Ferries sail\"}",
                "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Ferries sail&quot;}",
                "/* ours */ {'@type': 'Article', 'headline': 'Ferries sail'}",
                "{\"@type\": \"Article\", \"headline\": \"<b>Ferries</b> sail\"}"
            })
    void anArticleIsFoundAndBrokenJsonIsRepaired(String json) {
        assertThat(headline(json)).isEqualTo("Ferries sail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{", "[]", "null", "{\"@type\": \"Recipe\", \"name\": \"Soup\"}"})
    void whatHoldsNoArticleGivesNone(String json) {
        assertThat(LinkedData.of(List.of(json)).article()).isEmpty();
    }

    @Test
    void ofSeveralArticlesTheMostCompleteCounts() {
        assertThat(headline("""
                        [{"@type": "Article", "url": "/a"},
                         {"@type": "NewsArticle", "headline": "Ferries sail", "datePublished": "2025-05-12"},
                         {"@type": "NewsArticle", "headline": "Another"}]""")).isEqualTo("Ferries sail");
    }

    @Test
    void aReferenceIsReplacedByWhatItNames() {
        LinkedData data = LinkedData.of(List.of("""
                {"@graph": [{"@type": "Article", "author": [{"@id": "#w"}], "publisher": {"@id": "#p"}},
                            {"@id": "#w", "@type": "Person", "name": "Test Writer"},
                            {"@id": "#p", "@type": "Organization", "name": "Skerry Media"}]}"""));

        assertThat(Values.names(data.article().orElseThrow(), "author")).containsExactly("Test Writer");
        assertThat(Values.text(data.article().orElseThrow(), "publisher")).isEqualTo("Skerry Media");
    }

    private static String headline(String json) {
        return Values.text(LinkedData.of(List.of(json)).article().orElseThrow(), "headline");
    }
}
