package dev.dateline.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTimeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT|2004-01-01T19:48:21Z
            Thu, 1 Jan 04 19:48 +0200|2004-01-01T19:48:00+02:00
            Fri, 01 Jan 2004 19:48:21 GMT|2004-01-01T19:48:21Z
            01 Jan 98 19:48:21 EST|1998-01-01T19:48:21-05:00
            Thu, 01 Jan 2004 19:48:21 MEZ|2004-01-01T19:48:21+01:00
            Thu, 01 Jan 2004 19:48:21 GMT+1|2004-01-01T19:48:21+01:00
            Thu, 01 Jan 2004 19:48:21 +01:00|2004-01-01T19:48:21+01:00
            Thu, 01 Jan 2004 19:48:21|2004-01-01T19:48:21
            Thu, 01 Jan 2004 19:48:21 XYZ|2004-01-01T19:48:21
            Thu, 01 Jan 2004 24:00:00 GMT|2004-01-02T00:00:00Z
            Thu, 01 January 2004 23:59:60 Z|2004-01-01T23:59:59Z
            Thu, 01 Jan 2004 7:48 PM EST|2004-01-01T19:48:00-05:00
            Thu, 01 Jan 2004|2004-01-01T00:00:00
            Thu Jan  1 19:48:21 2004|2004-01-01T19:48:21
            Thu Jan 01 19:48:21 PST 2004|2004-01-01T19:48:21-08:00
            January 1, 2004 - 7:48 pm|2004-01-01T19:48:00
            2004|2004-01-01T00:00:00
            2004-02|2004-02-01T00:00:00
            2004-02-29T10:14:55Z|2004-02-29T10:14:55Z
            2004-02-29T10:14:55.123+05:30|2004-02-29T10:14:55+05:30
            2004-02-29 10:14:55|2004-02-29T10:14:55
            2004-02-29T10:14-0500|2004-02-29T10:14:00-05:00
            20040229T1014Z|2004-02-29T10:14:00Z
            2004-060|2004-02-29T00:00:00
            2004/02/29 10:14|2004-02-29T10:14:00
            29.02.2004 10:14|2004-02-29T10:14:00
            Do, 29 März 2004 10:14:00 +0200|2004-03-29T10:14:00+02:00
            jeu., 29 août 2004 10:14:00 +0200|2004-08-29T10:14:00+02:00
            29 de agosto de 2004|2004-08-29T00:00:00
            Чт, 29 янв. 2004 10:14:00 MSK|2004-01-29T10:14:00+03:00
            """)
    void aTimeIsReadAsItWasMeant(String sent, String iso) {
        assertThat(FeedTime.iso(sent)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "Thu, 31 Feb 2004 10:00:00 GMT", "2004-13-01", "99999999999", "2004-01-01T25:00Z"})
    void whatIsNoTimeComesBackAsSent(String sent) {
        assertThat(FeedTime.iso(sent)).isEqualTo(sent);
    }
}
