package dev.dateline.ingest.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of pages. */
public final class Links {
    private static final int LONGEST = 4_096;

    /** Parameters that tell where a reader came from and not what is read, as analytics and advertisers name them. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_|at_|ns_|pk_|mtm_|piwik_|matomo_|hsa_|mc_|oly_|vero_|__hs|_hs|wt[._])[^=]*"
                    + "|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|srsltid|_g[al]|msclkid|yclid|twclid|ttclid|igshid|igsh"
                    + "|mkt_tok|cmp|cmpid|camp|campaign|campaign_id|s_cid|icid|intcid|intcmp|ito|ocid|cvid|ncid|ftag|ftcamp|smid"
                    + "|smtyp|sref|tsrc|ref_src|ref_url|referrer|feedtype|feedname|traffic_source|__twitter_impression|xtor|spm"
                    + "|emc|mbid|cn-reloaded|echobox|__source|guccounter|guce_referr\\w*|amp_js_v|usqp|outputtype",
            Pattern.CASE_INSENSITIVE);
    /** Names that also say what is read; they track where their value is the name of a channel. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?:source|src|ref|from|via|partner|origin|rss|feed|share|sh)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANNEL = Pattern.compile(
            "(?:.*(?:rss|feed|twitter|facebook|social|newsletter|email|syndicat).*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern NOT_ALLOWED = Pattern.compile("[\\s\"<>\\\\^`{|}\\p{Cntrl}]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern WITHOUT_PATH = Pattern.compile("https?://[^/?#]+");

    private Links() {}

    /**
     * An absolute http or https address in a canonical form: scheme and host in lower case, no default port, without
     * parameters that only track readers (utm_*, fbclid, at_medium, …) and without a fragment, unless the fragment is a
     * route ("#/a/b", "#!a").
     *
     * @param href address as sent, absolute or relative; may be null
     * @param base address to resolve a relative one against, or null
     * @return null for what is no address of a page
     */
    public static String canonical(String href, String base) {
        String absolute = resolve(href, base);
        if (absolute == null || !isWeb(absolute)) {
            return null;
        }
        try {
            URI uri = new URI(absolute);
            // Java knows no host with an underscore or with letters of other scripts
            String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
            if (host == null || host.indexOf('@') >= 0) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = withoutTracking(uri.getRawQuery());
            String fragment = uri.getRawFragment();
            boolean route = fragment != null && (fragment.startsWith("/") || fragment.startsWith("!"));
            return scheme + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()) + path
                    + (query == null ? "" : "?" + query) + (route ? "#" + fragment : "");
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** An address made absolute and escaped where it has to be, otherwise as sent; null for none. */
    public static String resolve(String href, String base) {
        if (href == null || href.isBlank() || href.length() > LONGEST) {
            return null;
        }
        String escaped = escaped(href.strip());
        if (SCHEME.matcher(escaped).find() || base == null) {
            return escaped;
        }
        try {
            URI against = new URI(WITHOUT_PATH.matcher(base).matches() ? base + "/" : base);
            // RFC 3986, 5.2.2; by Java's older rule the last part of the path would be cut
            return escaped.startsWith("?")
                    ? base.replaceFirst("[?#].*", "") + escaped
                    : withoutDots(against.resolve(escaped).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return escaped;
        }
    }

    /** Whether an address is one of http or https. */
    public static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Without parameters that track; null when nothing is left. */
    public static String withoutTracking(String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        return TRACKING.matcher(name).matches()
                || AMBIGUOUS.matcher(name).matches() && CHANNEL.matcher(value).matches();
    }

    /** Characters that addresses must not have are sent all the same; letters of any script stay. */
    private static String escaped(String href) {
        if (!NOT_ALLOWED.matcher(href).find()) {
            return href;
        }
        String joined = href.replaceAll("[\\r\\n\\t]+\\h*", "");
        return NOT_ALLOWED
                .matcher(joined)
                .replaceAll(found -> String.format("%%%02X", (int) found.group().charAt(0)));
    }

    private static String withoutDots(String address) {
        return address.contains("/../") ? address.replaceFirst("(?<=[^/:]/)(?:\\.\\./)+", "") : address;
    }
}
