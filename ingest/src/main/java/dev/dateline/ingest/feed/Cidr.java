package dev.dateline.ingest.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses, RFC 4632 and RFC 4291. */
record Cidr(InetAddress network, int prefix) {
    /** What needs no look-up: four decimal numbers, or anything with a colon. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException if it is neither; names are not looked up
     */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an address or a block of addresses");
        }
        try {
            InetAddress network = InetAddress.getByName(literal);
            int bits = network.getAddress().length * Byte.SIZE;
            String prefix = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
            if (!PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > bits) {
                throw new IllegalArgumentException("'" + text + "' has no prefix of 0 to " + bits + " bits");
            }
            return new Cidr(network, Integer.parseInt(prefix));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address or a block of addresses", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
}
