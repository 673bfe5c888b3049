package dev.dateline.app.push;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A document on its way to a gateway.
 *
 * @param address where it comes from; with the digest of its bytes the gateway makes its id of it, so that sending it again
 *     does no harm
 * @param bytes its bytes
 */
public record PushedDocument(String address, byte[] bytes) {
    /** A document from a path, of which steps like .. and a beginning slash are left out: they mean nothing elsewhere. */
    public static PushedDocument of(String path, byte[] bytes) {
        String address = Arrays.stream(path.split("[/\\\\]"))
                .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
                .collect(Collectors.joining("/"));
        return new PushedDocument(address.isBlank() ? "-" : address, bytes);
    }

    /** The address as a header has it: percent-encoded, except for slashes. */
    String location() {
        return URLEncoder.encode(address, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
