package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "Belgium,BE",
        "south africa,ZA",
        "Britain,GB",
        "U.S.,US",
        "Ivory Coast,CI",
        "Turkey,TR",
        "Bosnia & Herzegovina,BA"
    })
    void namesInEnglishAreKnown(String name, String code) {
        assertThat(Countries.byName(name)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"de,DE", "DEU,DE", "US-NV,US", "XKX,XK"})
    void codesOfIso3166AreKnown(String code, String country) {
        assertThat(Countries.byCode(code)).contains(country);
    }

    @Test
    void whatIsNoCountryHasNoCode() {
        assertThat(Countries.byName("Bavaria")).isEmpty();
        assertThat(Countries.byName(null)).isEmpty();
        assertThat(Countries.byCode("QQ")).isEmpty();
        assertThat(Countries.byCode(null)).isEmpty();
    }
}
