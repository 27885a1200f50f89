package dev.producerdiscovery.web.access;

/** The service would be open to everybody who can reach this machine. */
final class UnsafeBinding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeBinding(String address) {
        super("server.address is " + address + ", which others can reach, and no token is configured, so anybody could "
                + "read and change everything here.");
    }
}
