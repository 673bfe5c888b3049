package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SluglinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            USA-SHUTDOWN/TOURISTS (UPDATE 1, PIX, TV)|UPDATE
            AP-US--Biden-Staff, 3rd Ld-Writethru|UPDATE
            BC-Storm,2ND LEAD|UPDATE
            BANK-CLOSES/ (CORRECTED)|CORRECTION
            BC-Storm, BULLETIN KILL|KILL
            BC-Storm, APNewsAlert|ALERT
            USA-SHUTDOWN/TOURISTS|-
            """)
    void sluglinesCarryMarkersToo(String slugline, Signal signal) {
        assertThat(Sluglines.read(slugline).map(Markers.Reading::signal).orElse(null))
                .isEqualTo(signal);
    }
}
