package dev.producerdiscovery.backend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * The one address that all of our servers listen on. Not {@link InetAddress#getLoopbackAddress()}: with
 * {@code java.net.preferIPv6Addresses} that is ::1, where nobody listens.
 */
public final class Loopback {

    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    public static InetAddress address() {
        try {
            return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    /** A port that nobody has at this moment. */
    public static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, address())) {
            return probe.getLocalPort();
        }
    }

    /** Whether a server could not listen there at this moment. */
    public static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, address())) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
