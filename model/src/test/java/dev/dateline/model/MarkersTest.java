package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            UPDATE 1-Statue of Liberty to reopen|Statue of Liberty to reopen|UPDATE 1|UPDATE|UPDATE 1-|-
            CORRECTED-UPDATE 2-EXCLUSIVE-Bank to close|Bank to close|CORRECTED;UPDATE 2;EXCLUSIVE|CORRECTION|CORRECTED-|exclusive
            REFILE-UPDATE 1-Bank to close|Bank to close|REFILE;UPDATE 1|REFILE|REFILE-|-
            RPT-ANALYSIS-Why banks close|Why banks close|RPT;ANALYSIS|REPEAT|RPT-|analysis
            WRAPUP 3-Storm reaches coast|Storm reaches coast|WRAPUP 3|SUMMARY|WRAPUP 3-|-
            FACTBOX-Ten storms|Ten storms|FACTBOX|-|-|factbox
            SPECIAL REPORT-How it began|How it began|SPECIAL REPORT|-|-|special report
            WITHDRAWN-Bank to close|Bank to close|WITHDRAWN|KILL|WITHDRAWN-|-
            KILL KILL KILL Bank to close|Bank to close|KILL KILL KILL|KILL|KILL KILL KILL|-
            HOLD HOLD HOLD - Bank to close|Bank to close|HOLD HOLD HOLD|HOLD|HOLD HOLD HOLD -|-
            ADVISORY-Story on bank withdrawn|Story on bank withdrawn|ADVISORY|KILL|ADVISORY-Story on bank withdrawn|-
            ADVISORY-Plans for Tuesday|Plans for Tuesday|ADVISORY|ADVISORY|ADVISORY-|-
            BREAKING-Storm reaches coast|Storm reaches coast|BREAKING|ALERT|BREAKING-|-
            Berichtigung: Sturm an der Küste|Sturm an der Küste|Berichtigung|CORRECTION|Berichtigung:|-
            (Wiederholung) Sturm an der Küste|Sturm an der Küste|Wiederholung|REPEAT|(Wiederholung)|-
            (Zusammenfassung 1530) Sturm|Sturm|Zusammenfassung 1530|SUMMARY|(Zusammenfassung 1530)|-
            Sturm an der Küste|Sturm an der Küste|-|-|-|-
            """)
    void chainsAreReadFromTheLeft(
            String headline, String clean, String markers, Signal signal, String proof, String genre) {
        Markers.Reading reading = Markers.read(headline, Markers.NAMES);

        assertThat(reading.headline()).isEqualTo(clean);
        assertThat(reading.markers()).isEqualTo(markers == null ? List.of() : List.of(markers.split(";")));
        assertThat(reading.signal()).isEqualTo(signal);
        assertThat(reading.signalMarker()).isEqualTo(proof);
        assertThat(reading.genre()).isEqualTo(genre);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bramaderos Update - Latest assays indicate porphyry",
                "Exclusive: bank to close",
                "UPDATE - Company announces results",
                "UPDATE: Company announces results",
                "CORRECTION ET MISE À JOUR - Société annonce",
                "ANALYSIS - What the bank means",
                "KILLING of minister condemned",
                "HOLD the line, says minister",
                "Update 1-Lower case is no marker",
                "POLLUTION-hit city closes schools"
            })
    void ordinaryWordsAreNoMarkers(String headline) {
        assertThat(Markers.read(headline, Markers.NAMES))
                .isEqualTo(new Markers.Reading(headline, List.of(), null, null, null));
    }

    @Test
    void whatTheDialectDoesNotAllowIsNoMarker() {
        assertThat(Markers.read("UPDATE 1-Statue to reopen", Set.of("CORRECTED"))
                        .markers())
                .isEmpty();
    }

    @Property(tries = 500)
    void whatIsLeftIsTheEndOfTheHeadline(@ForAll String headline) {
        assertThat(headline.strip())
                .endsWith(Markers.read(headline, Markers.NAMES).headline());
    }
}
