package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sixteen digits that change when a reader of the article would see a change, and else do not. */
final class Fingerprint {
    private static final int DIGITS = 16;
    private static final String BETWEEN = "\u001f";

    private Fingerprint() {}

    static String of(Entry entry) {
        return digits(
                Stream.of(
                                Boolean.toString(entry.deleted()),
                                words(entry.title()),
                                words(entry.summary()),
                                words(entry.content()),
                                joined(entry.authors().stream()),
                                entry.published(),
                                entry.updated(),
                                entry.expires(),
                                entry.language(),
                                joined(entry.categories().stream().map(one -> one.scheme() + " " + one.term())),
                                joined(entry.media().stream()
                                        .map(one ->
                                                address(one.href()) + " " + words(one.caption()) + " " + one.credit())),
                                words(entry.rights()),
                                entry.credit())
                        .map(field -> Objects.toString(field, ""))
                        .collect(Collectors.joining("\n")),
                DIGITS);
    }

    private static String words(FeedText text) {
        return text == null ? null : text.plain();
    }

    /** Their order says nothing. */
    private static String joined(Stream<String> values) {
        return values.sorted().distinct().collect(Collectors.joining(BETWEEN));
    }

    private static String address(String href) {
        String canonical = Links.canonical(href, null);
        return canonical == null ? href : canonical;
    }

    static String digits(String text, int digits) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
