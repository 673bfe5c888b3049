package dev.dateline.ingest.parse;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Aliases and URIs of the vocabularies that news items use most, so that "medtop:16000000" and
 * "http://cv.iptc.org/newscodes/mediatopic/16000000" are one subject. Catalogues are never fetched.
 */
final class Catalog {
    /**
     * A code of a vocabulary.
     *
     * @param scheme alias of the vocabulary, or null when it is not known
     * @param code code within it, or null
     * @param uri full URI, or null when it is not known
     */
    record Concept(String scheme, String code, String uri) {}

    private static final Map<String, String> URI_BY_ALIAS = Map.ofEntries(
            Map.entry("medtop", "http://cv.iptc.org/newscodes/mediatopic/"),
            Map.entry("subj", "http://cv.iptc.org/newscodes/subjectcode/"),
            Map.entry("genre", "http://cv.iptc.org/newscodes/genre/"),
            Map.entry("ninat", "http://cv.iptc.org/newscodes/ninature/"),
            Map.entry("stat", "http://cv.iptc.org/newscodes/pubstatusg2/"),
            Map.entry("sig", "http://cv.iptc.org/newscodes/signal/"),
            Map.entry("cpnat", "http://cv.iptc.org/newscodes/cpnature/"),
            Map.entry("wldreg", "http://cv.iptc.org/newscodes/worldregion/"),
            Map.entry("iso3166-1a2", "http://cvx.iptc.org/iso3166-1a2/"),
            Map.entry("iso3166-1a3", "http://cvx.iptc.org/iso3166-1a3/"),
            Map.entry("wikidata", "http://www.wikidata.org/entity/"),
            Map.entry("plusvocab", "http://ns.useplus.org/LDF/ldf-XMPSpecification#"));

    private static final Map<String, String> ALIAS_BY_URI = URI_BY_ALIAS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Catalog() {}

    /** Whether a code has the eight digits of an IPTC Subject Code. */
    static boolean isSubjectCode(String code) {
        return code.length() == 8 && PlainText.isNumber(code, 8);
    }

    /** A concept given as "alias:code", as a URI, or as a bare code. */
    static Concept resolve(String codeOrUri) {
        if (codeOrUri == null) {
            return new Concept(null, null, null);
        }
        if (codeOrUri.contains("://")) {
            return ofUri(codeOrUri);
        }
        int colon = codeOrUri.indexOf(':');
        if (colon <= 0 || codeOrUri.startsWith("urn:") || codeOrUri.startsWith("tag:")) {
            return new Concept(null, codeOrUri, null);
        }
        String alias = codeOrUri.substring(0, colon);
        String code = codeOrUri.substring(colon + 1);
        String base = URI_BY_ALIAS.get(alias);
        return new Concept(alias, code.isEmpty() ? null : code, base == null ? null : base + code);
    }

    /** A code with its vocabulary given apart, by alias or by URI, as in ninjs 1. */
    static Concept resolve(String scheme, String code) {
        if (scheme == null) {
            return resolve(code);
        }
        if (!scheme.contains("://")) {
            return code == null ? new Concept(scheme, null, null) : resolve(scheme + ":" + code);
        }
        Concept known =
                ofUri(scheme + (scheme.endsWith("/") || scheme.endsWith("#") ? "" : "/") + (code == null ? "" : code));
        return known.scheme() == null && code != null ? new Concept(scheme, code, known.uri()) : known;
    }

    private static Concept ofUri(String uri) {
        String plain = uri.startsWith("https://") ? "http://" + uri.substring("https://".length()) : uri;
        int end = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#')) + 1;
        String alias = ALIAS_BY_URI.get(plain.substring(0, end));
        return alias == null || end == plain.length()
                ? new Concept(null, null, uri)
                : new Concept(alias, plain.substring(end), uri);
    }
}
