package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.parse.DateLine.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon 28 Oct 2024 15.39 GMT                      | 2024-10-28T15:39Z
            Published On 28 Oct 2024                       | 2024-10-28
            October 28, 2024 / 3:39 PM EDT                 | 2024-10-28T15:39-04:00
            Published 3:39 PM EDT, October 28, 2024        | 2024-10-28T15:39-04:00
            Mon October 28, 2024, 12:05 a.m. ET            | 2024-10-28T00:05-04:00
            Monday, January 8, 2024 7am PST                | 2024-01-08T07:00-08:00
            October 28, 20243:39 PM GMT+2                  | 2024-10-28T15:39+02:00
            28.10.2024, 15:39 Uhr                          | 2024-10-28T15:39
            Publié le 28 octobre 2024 à 15h39              | 2024-10-28T15:39
            Publicado: 28 de octubre de 2024 15:39 CET     | 2024-10-28T15:39+01:00
            28 OCT 2024 - 15:39CEST                        | 2024-10-28T15:39+02:00
            Lunedì 28 ottobre 2024 alle ore 15:39          | 2024-10-28T15:39
            2024-10-28 15:39                               | 2024-10-28T15:39
            2024年10月28日 15:39                           | 2024-10-28T15:39
            10/28/2024                                     | 2024-10-28
            28/10/2024 • 4 min read                        | 2024-10-28
            1st March 2025                                 | 2025-03-01
            """)
    void aDateIsReadAsSitesWriteIt(String line, String time) {
        assertThat(DateLine.read(line)).containsExactly(new Stamp(false, time));
    }

    @Test
    void aLineMayTellBothWhenItWasPublishedAndWhenItWasChanged() {
        assertThat(DateLine.read("Published: 28 Oct 2024 15:39 | Last updated: 29 Oct 2024 08:10"))
                .containsExactly(new Stamp(false, "2024-10-28T15:39"), new Stamp(true, "2024-10-29T08:10"));
        assertThat(DateLine.read("Publié le 28 octobre 2024 à 15h39, mis à jour le 29 octobre 2024 à 08h10"))
                .containsExactly(new Stamp(false, "2024-10-28T15:39"), new Stamp(true, "2024-10-29T08:10"));
        assertThat(DateLine.read("Stand: 28.10.2024, 15:39 Uhr")).containsExactly(new Stamp(true, "2024-10-28T15:39"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "15:39",
                "Updated",
                "Monday",
                "On 28 October 2024 the council met",
                "28 October 2024: a day to remember",
                "31 November 2024",
                "Gates 10/11/12",
                "28 apples 2024",
                "Share",
                "Published by Acme Press 2024"
            })
    void aLineThatSaysAnythingElseIsNone(String line) {
        assertThat(DateLine.read(line)).isEmpty();
    }
}
