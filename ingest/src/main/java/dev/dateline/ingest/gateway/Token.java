package dev.dateline.ingest.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens by which providers are known: 256 random bits, of which the gateway keeps the SHA-256 alone. */
public final class Token {
    private static final int BYTES = 32;

    private Token() {}

    /** A new one, in 43 characters of base64url. */
    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The line of the tokens file that lets a token in.
     *
     * @throws IllegalArgumentException if the provider's name is not one
     */
    public static String line(String provider, String token) {
        if (!ProviderNames.isName(provider)) {
            throw new IllegalArgumentException("'" + provider + "' cannot name a provider: " + ProviderNames.RULE);
        }
        return provider + " " + TokenFile.DIGEST + HexFormat.of().formatHex(digest(token));
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
