package dev.dateline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The hash that tells an unchanged resend from a change: over all that a reader would see and all that decides whether
 * it may be seen, and over no date of transmission.
 */
public final class ContentHash {
    private static final Set<Signal> TAKES_DOWN = EnumSet.of(Signal.KILL, Signal.HOLD);

    private ContentHash() {}

    /** SHA-256 as 64 lower-case hexadecimal digits; {@link Article#getContentHash()} itself is not looked at. */
    public static String of(Article article) {
        MessageDigest digest = sha256();
        add(digest, "headline", article.getHeadline());
        add(digest, "standfirst", article.getStandfirst());
        addAll(digest, "bylines", article.getBylines());
        add(
                digest,
                "dateline",
                article.getDateline() == null ? null : article.getDateline().getText());
        addAll(digest, "body", article.getBody());
        addAll(
                digest,
                "captions",
                article.getMedia().stream().map(Media::getCaption).toList());
        addAll(
                digest,
                "credits",
                article.getMedia().stream().map(Media::getCredit).toList());
        add(digest, "credit", article.getCredit());
        add(digest, "pubStatus", article.getPubStatus().name());
        add(
                digest,
                "signal",
                TAKES_DOWN.contains(article.getSignal()) ? article.getSignal().name() : null);
        Instant embargo = article.getEmbargoedUntil();
        add(digest, "embargo", embargo == null ? null : embargo.toString());
        add(digest, "embargoedIndefinitely", Boolean.toString(article.getEmbargoedIndefinitely()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addAll(MessageDigest digest, String field, List<String> values) {
        add(digest, field, Integer.toString(values.size()));
        values.forEach(value -> add(digest, field, value));
    }

    /** Length before value, so that no two different articles give the same sequence of bytes. */
    private static void add(MessageDigest digest, String field, String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        String length = value == null ? "-" : Integer.toString(bytes.length);
        String prefix = field + ":" + length + "\n";
        digest.update(prefix.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
