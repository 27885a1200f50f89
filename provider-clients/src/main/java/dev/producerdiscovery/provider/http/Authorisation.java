package dev.producerdiscovery.provider.http;

import org.springframework.http.HttpHeaders;

/** How calls are signed. Thread-safe. */
public interface Authorisation {

    /** The value of the Authorization header; empty for none. May itself call the provider for a token. */
    String header();

    /**
     * The provider refused this value. Returns whether the next {@link #header()} may be a better one, so that one more
     * try is worth it.
     */
    boolean refused(String header);

    static Authorisation none() {
        return fixed("");
    }

    /** A key that never changes. */
    static Authorisation fixed(String header) {
        return new Authorisation() {
            @Override
            public String header() {
                return header;
            }

            @Override
            public boolean refused(String refused) {
                return false;
            }
        };
    }

    /** Sets the header unless it is empty. */
    static void apply(HttpHeaders headers, String value) {
        if (!value.isEmpty()) {
            headers.set(HttpHeaders.AUTHORIZATION, value);
        }
    }
}
