package dev.dateline.ingest.gateway;

import java.util.regex.Pattern;

/** Names of providers and sources, by the same rule as those of watched directories. */
final class ProviderNames {
    static final String RULE = "take 1 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private ProviderNames() {}

    static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }
}
