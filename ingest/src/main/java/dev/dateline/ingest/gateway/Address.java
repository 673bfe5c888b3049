package dev.dateline.ingest.gateway;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where a document says it comes from, which becomes part of its id and is never a path to anything: the idempotency key, the
 * name that the client gives, or the digest of the bytes.
 */
final class Address {
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_KEY_LENGTH = 255;
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]+");
    private static final Pattern STEPS = Pattern.compile("(.*[/\\\\])?\\.{1,2}([/\\\\].*)?", Pattern.DOTALL);
    private static final String KEYS = "keys/";
    private static final String DIGESTS = "sha256/";
    private static final int DIGEST_LENGTH = 16;

    private Address() {}

    /**
     * The address within the provider's.
     *
     * @param key idempotency key, or null
     * @param name name that the client gives, or null
     * @param sha256 gives the digest of the bytes, lower-case hexadecimal
     */
    static String of(String key, String name, Supplier<String> sha256) {
        if (key != null) {
            return KEYS + key + (name == null ? "" : "/" + name);
        }
        return name != null ? name : DIGESTS + sha256.get().substring(0, DIGEST_LENGTH);
    }

    /**
     * Reads an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a string in quotation marks, or bare.
     *
     * @throws Refusal 400 when it is empty, too long or not printable ASCII
     */
    static String key(String header) {
        boolean quoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        String key = quoted ? header.substring(1, header.length() - 1) : header;
        if (key.length() > MAX_KEY_LENGTH || !KEY.matcher(key).matches()) {
            throw new Refusal(
                    400,
                    "Idempotency-Key is not 1 to " + MAX_KEY_LENGTH + " printable ASCII characters; a UUID will do");
        }
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /**
     * Reads a Content-Location: a relative path or a URL, percent-encoded.
     *
     * @throws Refusal 400 when it cannot be an address
     */
    static String location(String header) {
        try {
            return name(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8), "Content-Location");
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Content-Location is not percent-encoded: write %25 for %");
        }
    }

    /**
     * Checks a name that the client gives.
     *
     * @param what what to call it
     * @throws Refusal 400 when it cannot be an address
     */
    static String name(String name, String what) {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new Refusal(400, what + " is empty or longer than " + MAX_LENGTH + " characters; shorten it");
        }
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')) {
            throw new Refusal(400, what + " has control characters or is not UTF-8; name the document in plain text");
        }
        if (name.startsWith("/") || name.startsWith("\\") || STEPS.matcher(name).matches()) {
            throw new Refusal(400, what + " begins with a slash or has steps like ..; give a path without them");
        }
        return name;
    }
}
