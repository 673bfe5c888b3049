package dev.dateline.enrich.evaluate;

import com.ibm.icu.util.ULocale;
import dev.dateline.model.Tag;
import java.util.Optional;

/** One thing that is compared: a scheme, or a level of it. */
public enum Axis {
    COUNTRY("country", "country"),
    /** The 17 Media Topics at the top. */
    TOPIC("topic", "medtop"),
    /** Every Media Topic by itself; on both sides a narrower one brings those above it. */
    EXACT_TOPIC("topic-exact", "medtop"),
    /** The declared language against the one that the text alone shows; variants of a language are one. */
    LANGUAGE("language", "language");

    private static final String TOP_LEVEL = "\\d\\d000000";

    private final String label;
    private final String scheme;

    Axis(String label, String scheme) {
        this.label = label;
        this.scheme = scheme;
    }

    /** Name for people and machines. */
    public String label() {
        return label;
    }

    /** Scheme of the tags that are compared. */
    public String scheme() {
        return scheme;
    }

    /** Whether the highest-scored code is a measure of its own. */
    boolean hasBest() {
        return this != EXACT_TOPIC;
    }

    /** Whether the highest-scored code is asked for where the sender gives so many codes. */
    boolean asksForBest(int wanted) {
        return hasBest() && (this == COUNTRY ? wanted == 1 : wanted > 0);
    }

    /** The code by which a tag is compared, or empty when it is none of this axis. */
    Optional<String> code(Tag tag) {
        String code = tag.getCode();
        if (!tag.getScheme().equals(scheme) || (this == TOPIC && !code.matches(TOP_LEVEL))) {
            return Optional.empty();
        }
        return Optional.of(this == LANGUAGE ? language(code) : code);
    }

    /** To ICU "zsm" and "ms" are one language; "no" is mostly its first written form, as the taggers take it. */
    private static String language(String code) {
        String language = ULocale.createCanonical(ULocale.forLanguageTag(code)).getLanguage();
        return language.equals("no") ? "nb" : language;
    }
}
