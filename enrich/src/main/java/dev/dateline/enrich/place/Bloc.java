package dev.dateline.enrich.place;

import java.util.List;

/**
 * A named group of countries.
 *
 * @param code letters, digits and hyphens: "asean", "indo-pacific"
 * @param name its English name
 * @param members ISO 3166-1 alpha-2 codes (and XK); empty for a notion without a list
 */
public record Bloc(String code, String name, List<String> members) {
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** @throws IllegalArgumentException naming what is wrong */
    public Bloc {
        members = List.copyOf(members);
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" is no code of a bloc: small letters, digits and hyphens, as in indo-pacific");
        }
        members.forEach(Countries::check);
    }
}
