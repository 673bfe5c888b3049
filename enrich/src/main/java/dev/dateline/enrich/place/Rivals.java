package dev.dateline.enrich.place;

import java.util.Map;

/**
 * What an article says about all countries but one.
 *
 * @param mass of all of them together
 * @param largest of the strongest
 * @param named how many are named beyond hints
 */
record Rivals(double mass, double largest, int named) {
    static Rivals of(String country, Map<String, Profile> countries) {
        double mass = 0;
        double largest = 0;
        int named = 0;
        for (Map.Entry<String, Profile> entry : countries.entrySet()) {
            if (!entry.getKey().equals(country)) {
                Profile other = entry.getValue();
                mass += other.mass();
                largest = Math.max(largest, other.mass());
                named += other.isNamed() ? 1 : 0;
            }
        }
        return new Rivals(mass, largest, named);
    }
}
