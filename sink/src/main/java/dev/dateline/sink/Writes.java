package dev.dateline.sink;

import java.util.Arrays;
import java.util.Locale;

/** What a connector writes. */
enum Writes {
    ARTICLES,
    VERSIONS,
    EVENTS;

    /** As the setting has it. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Writes of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    static String[] settingValues() {
        return Arrays.stream(values()).map(Writes::value).toArray(String[]::new);
    }
}
