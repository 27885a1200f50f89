package dev.producerdiscovery.web.transport;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reverse proxies that are believed. Thread-safe. */
final class Proxies {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** Some proxies name the port that their caller came from. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([0-9.]+):\\d+");

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
        try {
            InetAddress literal = literal(withoutPort(address));
            return networks.stream().anyMatch(network -> network.contains(literal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutPort(String address) {
        Matcher parts = WITH_PORT.matcher(address);
        return parts.matches() ? Objects.requireNonNullElse(parts.group(1), parts.group(2)) : address;
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

    /** Never a name: that would be looked up, and the answer believed. In brackets nothing else than IPv6 is taken. */
    private static InetAddress literal(String address) {
        boolean v6 = V6.matcher(address).matches();
        if (!v6 && !V4.matcher(address).matches()) {
            throw new IllegalArgumentException(address);
        }
        try {
            return InetAddress.getByName(v6 ? "[" + address + "]" : address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
