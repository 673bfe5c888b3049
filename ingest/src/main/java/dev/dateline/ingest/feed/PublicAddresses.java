package dev.dateline.ingest.feed;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others: loopback, private and shared networks, link-local addresses (the
 * metadata services of clouds among them), documentation, multicast, reserved. Source: the IANA special-purpose address
 * registries (RFC 6890 and its successors) as of 2025.
 */
final class PublicAddresses {
    private static final List<Cidr> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** All that IANA has given out; whatever lies elsewhere is not public. */
    private static final Cidr GLOBAL_6 = Cidr.of("2000::/3");

    /** Protocol assignments with Teredo, documentation, and 6to4, which leads to any address of version 4. */
    private static final List<Cidr> NOT_PUBLIC_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** An address of version 4 as a network without one spells it, RFC 6052. */
    private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");

    private static final int BYTES_BEFORE_NAT64 = 12;

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(address));
        }
        if (NAT64.contains(address)) {
            return contains(embedded(address));
        }
        return GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            byte[] bytes = address.getAddress();
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, BYTES_BEFORE_NAT64, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::of).toList();
    }
}
