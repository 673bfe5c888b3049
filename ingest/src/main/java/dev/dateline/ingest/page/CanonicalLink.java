package dev.dateline.ingest.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The address by which an article is known: without fragment and without what only tells how a reader came to it. */
public final class CanonicalLink {
    private static final int LONGEST = 2_000;
    /** Parameters of campaigns and of social networks. */
    private static final Pattern TRACKING =
            Pattern.compile("(?i)(?:utm_|ns_|at_|mc_|pk_|mtm_|piwik_|matomo_|hsa_|wt_|oly_|vero_|__)\\w*"
                    + "|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|igsh|twclid|ttclid|wbraid|gbraid|gad_source|srsltid"
                    + "|cmp|cmpid|campaign_id|icid|ito|smid|smtyp|xtor|ocid|cvid|mkt_tok|_ga|_gl|_hsenc|_hsmi|ref_src|ref_url"
                    + "|spm|s_cid|partner|guccounter|guce_referr\\w*|feature|amp_js_v|usqp|outputtype");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private CanonicalLink() {}

    /**
     * The address without tracking parameters and fragment, host and scheme in small letters.
     *
     * @param address as sent, may be null
     * @return empty when it is no absolute web address
     */
    public static Optional<String> of(String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        String clean = address.strip().replace(" ", "%20");
        int fragment = clean.indexOf('#');
        clean = fragment < 0 ? clean : clean.substring(0, fragment);
        int scheme = clean.indexOf("://");
        if (scheme < 0 || !SCHEMES.contains(clean.substring(0, scheme).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int path = indexOfAny(clean, scheme + 3);
        String host = clean.substring(0, path).toLowerCase(Locale.ROOT);
        return host.length() <= scheme + 3
                ? Optional.empty()
                : Optional.of(host + withoutTracking(clean.substring(path)));
    }

    /**
     * An address that may be relative.
     *
     * @param base address of the page; null when it is not known
     */
    static Optional<String> of(String address, String base) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        return resolve(base, address.strip()).flatMap(CanonicalLink::of);
    }

    /** A reference as an absolute web address; empty when it cannot be one. */
    static Optional<String> resolve(String base, String reference) {
        try {
            String absolute = base == null || reference.contains("://")
                    ? reference
                    : new URI(base.replace(" ", "%20"))
                            .resolve(reference.replace(" ", "%20"))
                            .toString();
            return absolute.startsWith("http") ? Optional.of(absolute) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int indexOfAny(String address, int from) {
        for (int i = from; i < address.length(); i++) {
            if (address.charAt(i) == '/' || address.charAt(i) == '?') {
                return i;
            }
        }
        return address.length();
    }

    private static String withoutTracking(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) {
            return pathAndQuery.isEmpty() ? "/" : pathAndQuery;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : pathAndQuery.substring(query + 1).split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.isEmpty() && !TRACKING.matcher(name).matches()) {
                kept.add(parameter);
            }
        }
        String path = query == 0 ? "/" : pathAndQuery.substring(0, query);
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }
}
