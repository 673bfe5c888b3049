package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Codes;

/**
 * A city, or a state or province, as a tag names it.
 *
 * @param code country, "/" and name: "US/akron"; with the state where another place of the country has the code
 * @param name the English name
 * @param state code of the state that it lies in ("US/ohio"), or null where states are not kept or it is one
 * @param thousands inhabitants in thousands, 0 when not known
 */
record Locality(String code, String name, String state, int thousands) {
    /** One of which nothing is known but its name and country. */
    static Locality unlisted(String country, String name) {
        return new Locality(code(country, name), name, null, 0);
    }

    static String code(String country, String name) {
        return country + "/" + slug(name);
    }

    /** The code of a place whose country is not known. */
    static String slug(String name) {
        return Codes.of(name);
    }
}
