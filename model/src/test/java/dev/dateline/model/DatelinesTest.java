package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
    private static final LocalDate DAY = LocalDate.of(2019, 1, 21);

    /** Lead-in, places joined by "+", country, day, agency; the text after the lead-in is always "Text follows." */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            DAMASCUS (Reuters) - |Damascus|SY|-|Reuters
            SHANGHAI, Oct 26 (Reuters) - |Shanghai|CN|2018-10-26|Reuters
            LIMA, Jan 21 (Reuters) - |Lima|PE|2019-01-21|Reuters
            Jan 30 (Reuters) - |-|-|2019-01-30|Reuters
            April 14 (Reuters) - |-|-|2019-04-14|Reuters
            MOSCOW, Monday (Reuters) - |Moscow|RU|2019-01-21|Reuters
            BRUSSELS, Oct 28 (Reuters) - |Brussels|BE|2018-10-28|Reuters
            WASHINGTON/BEIJING, Dec 31 (Reuters) - |Washington+Beijing|US|2018-12-31|Reuters
            SALVADOR, Feb 26 - |Salvador|BR|2019-02-26|-
            WELLESLEY, Mass., March 6 - |Wellesley|US|2019-03-06|-
            VANCOUVER, British Columbia, March 23 - |Vancouver|CA|2019-03-23|-
            Caracas, feb 26 - |Caracas|VE|2019-02-26|-
            CHICAGO, Ill, March 4 - |Chicago|US|2019-03-04|-
            SURFERS PARADISE, Australia, March 25 - |Surfers Paradise|AU|2019-03-25|-
            NEW YORK (AP) — |New York|US|-|AP
            FORT WASHINGTON, Pa. (AP) _ |Fort Washington|US|-|AP
            GROSSETO, Italy (AP) -- |Grosseto|IT|-|AP
            ROSCOE, South Dakota (AP) _ |Roscoe|US|-|AP
            KYIV (AP) — |Kyiv|UA|-|AP
            STOCKHOLM, Aug 29, 2014 (AFP) - |Stockholm|SE|2014-08-29|AFP
            Ouagadougou, Dec 20, 2017 (AFP) - |Ouagadougou|BF|2017-12-20|AFP
            Paris, 21 jan 2019 (AFP) - |Paris|FR|2019-01-21|AFP
            Strasbourg, 10 juil 2024 (AFP) - |Strasbourg|FR|2024-07-10|AFP
            Strasbourg, 10 juil 2024 (AFP) |Strasbourg|FR|2024-07-10|AFP
            Berlin (dpa) - |Berlin|DE|-|dpa
            Frankfurt/Main (dpa) - |Frankfurt/Main|DE|-|dpa
            Rom/Sydney (dpa) - |Rom+Sydney|IT|-|dpa
            Moskau/Berlin (dpa) - |Moskau+Berlin|RU|-|dpa
            Moskau (dpa) – |Moskau|RU|-|dpa
            Lissabon\u00a0(dpa) - |Lissabon|PT|-|dpa
            Gelsenkirchen (dpa)\u00a0- |Gelsenkirchen|DE|-|dpa
            San Diego (tca/dpa) - |San Diego|US|-|tca/dpa
            Tegucigalpa, Jan 2 (EFE).- |Tegucigalpa|HN|2019-01-02|EFE
            Nueva Delhi, 21 ene (EFE).- |Nueva Delhi|IN|2019-01-21|EFE
               Paris (ats afp) |Paris|FR|-|ats afp
            (ANSA) - Rome, October 11 - |Rome|IT|2018-10-11|ANSA
            (ANSA) - ROMA, 1 LUG - |Roma|IT|2019-07-01|ANSA
            MOSCOW, January 21. /TASS/. |Moscow|RU|2019-01-21|TASS
            SAITAMA, Japan, Dec. 9 Kyodo - |Saitama|JP|2018-12-09|Kyodo
            SYDNEY March 22 AAP - |Sydney|AU|2019-03-22|AAP
            BRISBANE, Oct 12 AAP - |Brisbane|AU|2018-10-12|AAP
            AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- |Austin|US|2017-02-01|PRNewswire-AsiaNet
            VANCOUVER, British Columbia, Dec.  03, 2019  (GLOBE NEWSWIRE) -- |Vancouver|CA|2019-12-03|Globe Newswire
            TORONTO,  26 mai 2020  (GLOBE NEWSWIRE) -- |Toronto|CA|2020-05-26|Globe Newswire
            BROOKFIELD, News, July  07, 2020 (GLOBE NEWSWIRE) -- |Brookfield|-|2020-07-07|Globe Newswire
            Brussels, Belgium — |Brussels|BE|-|-
            Kherson Oblast, Ukraine — |Kherson Oblast|UA|-|-
            Pretoria — |Pretoria|ZA|-|-
            RIO DE JANEIRO, Jan 2 (Reuters) - |Rio de Janeiro|BR|2019-01-02|Reuters
            UNITED NATIONS, Jan 2 (Reuters) - |United Nations|-|2019-01-02|Reuters
            """)
    void everyLeadInOfTheWiresIsRead(String leadIn, String places, String country, String day, String agency) {
        String paragraph = leadIn + "Text follows.";

        Datelines.LeadIn read = Datelines.read(paragraph, DAY).orElseThrow();

        assertThat(paragraph.substring(read.end())).isEqualTo("Text follows.");
        assertThat(read.dateline().getPlaces()).isEqualTo(places == null ? List.of() : List.of(places.split("\\+")));
        assertThat(read.dateline().getCountry()).isEqualTo(country);
        assertThat(read.dateline().getDate()).isEqualTo(day);
        assertThat(read.dateline().getAgency()).isEqualTo(agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Friday, June 5, 2020. (AP Photo/Alvaro Barrientos)",
                "(Sports Network) - The league has a new champion.",
                "The minister (Reuters) - so he says - has left.",
                "Associated Press (AP) said on Monday it had new owners.",
                "March 2026 will be warm, forecasters say.",
                "May - the month and the woman - was discussed.",
                "Apple Inc (AAPL) - the maker of phones - rose 2 percent.",
                "Fears for T N pension after talks — unions are 'disappointed'.",
                "BREAKING — a storm has reached the coast.",
                "Nato — the alliance — met on Monday.",
                "On Monday, 3 March - a public holiday - shops were closed.",
                "",
                "   ",
                "He said: \"Berlin (dpa) - is how they begin.\"",
                "A \"significant escalation\" - so called by many - followed."
            })
    void whatOnlyLooksLikeALeadInIsText(String paragraph) {
        assertThat(Datelines.read(paragraph, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MOSCOW, Monday (Reuters)|Moscow|RU
            FORT WASHINGTON, Pa. (AP)|Fort Washington|US
            Berlin (dpa) -|Berlin|DE
            Helsinki|Helsinki|FI
            ANSA TEST - ROMA, 01 LUG -|Roma|IT
            GROSSETO, Italy|Grosseto|IT
            """)
    void aFieldMayLackTheDash(String field, String place, String country) {
        Dateline dateline = Datelines.readField(field, DAY).orElseThrow();

        assertThat(dateline.getPlaces()).containsExactly(place);
        assertThat(dateline.getCountry()).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-07-16 15:53:10 GMT+00:00", "MARCH 04, 2013", "", "12:30"})
    void aFieldThatIsOnlyATimeIsNoDateline(String field) {
        assertThat(Datelines.readField(field, DAY)).isEmpty();
    }

    @Test
    void theTextOfADatelineStopsBeforeTheDash() {
        assertThat(Datelines.read("BRUSSELS, Oct 28 (Reuters) - Nato met.", DAY)
                        .map(lead -> lead.dateline().getText()))
                .isEqualTo(Optional.of("BRUSSELS, Oct 28 (Reuters)"));
    }

    @Test
    void withoutAReferenceOnlyAFullDateIsKnown() {
        assertThat(Datelines.read("LIMA, Jan 21 (Reuters) - Text.", null)
                        .orElseThrow()
                        .dateline()
                        .getDate())
                .isNull();
        assertThat(Datelines.read("LIMA, Jan 21, 2018 (Reuters) - Text.", null)
                        .orElseThrow()
                        .dateline()
                        .getDate())
                .isEqualTo("2018-01-21");
    }

    @Test
    void aDayOfDecemberReceivedOnNewYearsDayIsOfTheYearBefore() {
        assertThat(Datelines.read("LIMA, Dec 31 (Reuters) - Text.", LocalDate.of(2025, 1, 1))
                        .orElseThrow()
                        .dateline()
                        .getDate())
                .isEqualTo("2024-12-31");
    }

    @Property(tries = 500)
    void noTextMakesItFailAndTheEndIsWithinTheText(@ForAll String paragraph) {
        Datelines.read(paragraph, DAY).ifPresent(lead -> assertThat(lead.end()).isBetween(1, paragraph.length()));
        Datelines.readField(paragraph, DAY);
    }
}
