package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            Ferries sail again | The Courier; -; Ferries sail again
            The Courier: Ferries sail again; -; Ferries sail again
            Ferries sail again - thecourier.example; -; Ferries sail again
            Storm - what it leaves behind; -; Storm - what it leaves behind
            Ferries sail again | Transport | The Courier; Ferries sail again; Ferries sail again
            Ferries sail again - Norhaven Observer; Ferries sail again; Ferries sail again
            Storm: Ferries to the islands sail again; Ferries to the islands sail again; Ferries to the islands sail again
            The Courier; Ferries sail again; Ferries sail again
            Ferries to the outer islands…; Ferries to the outer islands sail again; Ferries to the outer islands sail again
            -; <a href="/">The Courier</a>; The title
            """)
    void theSiteIsTakenOffWhereItIsProven(String declared, String heading, String expected) {
        Headlines headlines = new Headlines(
                List.of("The Courier", "thecourier.example"),
                Jsoup.parse(heading == null ? "" : "<h1>" + heading + "</h1>").select("h1"));

        assertThat(headlines.of(declared == null ? List.of() : List.of(declared), "The Courier - The title"))
                .isEqualTo(expected);
    }
}
