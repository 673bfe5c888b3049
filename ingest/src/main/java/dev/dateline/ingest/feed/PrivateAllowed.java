package dev.dateline.ingest.feed;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be reached though it is not public: {@code host:port}, an address, or a block of addresses. */
record PrivateAllowed(Set<String> hosts, List<Cidr> blocks) {
    static final PrivateAllowed NONE = new PrivateAllowed(Set.of(), List.of());

    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):\\d{1,5}");

    /** @throws IllegalArgumentException naming the first entry that is none of the three */
    static PrivateAllowed of(List<String> entries) {
        Set<String> hosts = new HashSet<>();
        List<Cidr> blocks = new ArrayList<>();
        for (String entry : entries) {
            if (HOST_AND_PORT.matcher(entry).matches()) {
                hosts.add(entry.toLowerCase(Locale.ROOT));
            } else {
                blocks.add(Cidr.of(entry));
            }
        }
        return new PrivateAllowed(Set.copyOf(hosts), List.copyOf(blocks));
    }

    boolean allows(String host, int port, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT) + ":" + port)
                || blocks.stream().anyMatch(block -> block.contains(address));
    }
}
