package dev.dateline.ingest.feed;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up and lets only those of their addresses pass that may be reached. The client connects to what this
 * returns, so the address that was checked is the one connected to, whatever the name leads to a moment later. Every
 * connection of every hop comes by here, names and literal addresses in any spelling alike.
 */
final class AddressGuard implements DnsResolver {
    /** Where a name leads, as {@link InetAddress#getAllByName}. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The name leads nowhere that may be reached. */
    static final class RefusedException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    private static final int ANY_PORT = -1;

    private final PrivateAllowed allowed;
    private final Names names;

    AddressGuard(PrivateAllowed allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] found = names.of(host);
        List<InetSocketAddress> reachable = Stream.of(found)
                .filter(address -> PublicAddresses.contains(address) || allowed.allows(host, port, address))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        if (reachable.isEmpty()) {
            throw new RefusedException(host + " is at " + found[0].getHostAddress()
                    + ", which is not a public address: if it is meant, add " + host + ":" + port + " to "
                    + FeedSourceConfig.ALLOW_PRIVATE);
        }
        return reachable;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, ANY_PORT).stream()
                .map(InetSocketAddress::getAddress)
                .toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
