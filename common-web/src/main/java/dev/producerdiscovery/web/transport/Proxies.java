package dev.producerdiscovery.web.transport;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The reverse proxies that are believed. Thread-safe. */
final class Proxies {

    /** Never a name: that would be looked up, and the answer believed. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** @param bits how many leading ones of the address count */
    private record Network(InetAddress address, int bits) {

        boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            return ours.length == theirs.length && prefix(ours, bits).equals(prefix(theirs, bits));
        }

        private static BigInteger prefix(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
        }
    }

    private final List<Network> networks;

    /** @throws IllegalArgumentException naming an entry that is neither an address nor a network */
    Proxies(Set<String> entries) {
        this.networks =
                entries.stream().map(String::strip).map(Proxies::network).toList();
    }

    boolean contains(String address) {
        return LITERAL.matcher(address).matches()
                && networks.stream().anyMatch(network -> network.contains(literal(address)));
    }

    private static Network network(String entry) {
        String[] parts = entry.split("/", 2);
        try {
            InetAddress address = literal(parts[0]);
            int most = address.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "producer-discovery.web.trusted-proxies (PRODUCER_DISCOVERY_TRUSTED_PROXIES) " + "has the entry '"
                        + entry + "', which is neither an address nor a network such as 10.0.0.0/8.");
    }

    private static InetAddress literal(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(address);
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
