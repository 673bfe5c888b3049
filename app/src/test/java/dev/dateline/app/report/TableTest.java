package dev.dateline.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAlignedAndTheLastIsCutToTheWidth() {
        Table table = new Table("A", "HEADLINE");
        table.row("one", "short");
        table.row("three", "a headline that is far too long for this\nwidth");
        assertThat(table.lines(30))
                .containsExactly("A      HEADLINE", "one    short", "three  a headline that is far…");
    }

    @Test
    void aMissingCellIsEmpty() {
        Table table = new Table("A", "B");
        table.row(null, "x");
        assertThat(table.lines(80)).containsExactly("A  B", "   x");
    }

    @Test
    void aRowOfAnotherLengthIsAMistake() {
        assertThatThrownBy(() -> new Table("A").row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }
}
