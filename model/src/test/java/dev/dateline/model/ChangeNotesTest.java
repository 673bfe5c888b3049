package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeNotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (Corrects spelling in paragraph 3)|Corrects spelling in paragraph 3
            (Adds details, quotes)|Adds details, quotes
            (This version CORRECTS name of bank)|This version CORRECTS name of bank
            Eds: UPDATES: adds details, quotes|UPDATES: adds details, quotes
            (Berichtigung: Schreibweise Menga)|Berichtigung: Schreibweise Menga
            """)
    void advisoryLinesSayWhatChanged(String line, String note) {
        assertThat(ChangeNotes.read(line)).contains(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(Reporting by A B)", "Additional details will follow.", "The update came late.", "(Adds up"})
    void otherLinesAreNoChangeNotes(String line) {
        assertThat(ChangeNotes.read(line)).isEmpty();
    }
}
