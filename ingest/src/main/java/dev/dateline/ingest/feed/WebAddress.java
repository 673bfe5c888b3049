package dev.dateline.ingest.feed;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of feeds: http and https, without credentials, as they are sent over the wire. */
final class WebAddress {
    private static final int LONGEST = 4_096;
    private static final String NEEDS_ESCAPE = " \"<>\\^`{|}";

    /** A host whose last part begins with a digit is no name, WHATWG URL 3.5; some read 0177.1 as 127.0.0.1, others do not. */
    private static final Pattern NUMERIC = Pattern.compile("(^|\\.)\\d[0-9A-Za-z]*\\.?$");

    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    private WebAddress() {}

    /**
     * Reads an address; characters that it may not have are escaped, scheme and host made lower case, names of other
     * scripts spelled in ASCII, the fragment dropped.
     *
     * @throws IllegalArgumentException saying in one line why it cannot be fetched
     */
    static URI of(String text) {
        return checked(parse(text));
    }

    /** The same for an address that may be relative to another. */
    static URI resolve(URI base, String reference) {
        return checked(base.resolve(parse(reference)));
    }

    /** Scheme, host and port: what one robots.txt is for. */
    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static URI parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("an address of more than " + LONGEST + " characters");
        }
        try {
            return new URI(withAsciiHost(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address: " + e.getReason(), e);
        }
    }

    private static URI checked(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("only http and https addresses are fetched");
        }
        if (address.getRawUserInfo() != null
                || String.valueOf(address.getRawAuthority()).contains("@")) {
            throw new IllegalArgumentException("an address with a user or password in it is not fetched");
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("the address names no host that can be looked up");
        }
        if (NUMERIC.matcher(address.getHost()).find()
                && !DOTTED_QUAD.matcher(address.getHost()).matches()) {
            throw new IllegalArgumentException("the host is a number in a form that programs read differently");
        }
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port + path + query);
    }

    private static String withAsciiHost(String text) {
        int start = text.indexOf("://") + 3;
        int end = start;
        while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean named = start > 2 && text.substring(start, end).chars().anyMatch(c -> c > 0x7f);
        return named
                ? text.substring(0, start) + IDN.toASCII(text.substring(start, end)) + escaped(text.substring(end))
                : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > 0x7e || c < 0x20 || NEEDS_ESCAPE.indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format("%%%02X", b));
                }
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
