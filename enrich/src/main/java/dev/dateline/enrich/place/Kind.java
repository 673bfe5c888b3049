package dev.dateline.enrich.place;

/** How a word names a country, surest first, with the weight of one mention. */
public enum Kind {
    NAME(1.0),
    DEMONYM(1.0),
    CAPITAL(0.8),
    SEAT(0.8),
    REGION(0.9),
    CITY(0.8),
    PERSON(0.8),
    EXCHANGE(0.5),
    COMPANY(0.3),
    CURRENCY(0.25);

    final double weight;

    Kind(double weight) {
        this.weight = weight;
    }

    /** Kinds that name a spot on the map; the others name people, bodies or money. */
    boolean isPlace() {
        return this == NAME || this == CAPITAL || this == REGION || this == CITY;
    }

    /** Kinds that name a part of a country. */
    boolean isLocality() {
        return this == CAPITAL || this == REGION || this == CITY;
    }

    /** Kinds that hint at a country and cannot prove another mention of it. */
    boolean isHint() {
        return this == EXCHANGE || this == COMPANY || this == CURRENCY;
    }
}
