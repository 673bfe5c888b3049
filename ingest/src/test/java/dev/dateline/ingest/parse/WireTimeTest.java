package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @CsvSource({
        "2017-10-11T10:41:00+0100,2017-10-11T09:41:00Z,+01:00",
        "2017-10-11T10:41:00+01:00,2017-10-11T09:41:00Z,+01:00",
        "2017-10-11T10:41:00-05,2017-10-11T15:41:00Z,-05:00",
        "2017-10-11T10:41:00.123456789Z,2017-10-11T10:41:00.123456789Z,Z",
        "2017-10-11T10:41:00,2017-10-11T07:41:00Z,+03:00",
        "2016-01-12 12:35:40,2016-01-12T10:35:40Z,+02:00",
        "2018-01-03 20:13:08 GMT+00:00,2018-01-03T20:13:08Z,Z",
        "20190121T103600+0000,2019-01-21T10:36:00Z,Z",
        "2017-10-11,2017-10-10T21:00:00Z,+03:00",
        "2017,2016-12-31T22:00:00Z,+02:00",
        "2017-10-11T24:00:00Z,2017-10-12T00:00:00Z,Z",
        "2017-10-11T23:59:60Z,2017-10-11T23:59:59Z,Z"
    })
    void everyShapeOfTheWiresIsRead(String text, Instant instant, String offset) {
        WireTime time = WireTime.parse(text, ZONE).orElseThrow();

        assertThat(time.instant()).isEqualTo(instant);
        assertThat(time.offset().getId()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2017-13-01T00:00:00Z",
                "2017-02-30",
                "2017-10-11T25:00:00Z",
                "2017-10-11T10:41:00+99:00",
                "12:30"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(WireTime.parse(text, ZONE)).isEmpty();
    }
}
