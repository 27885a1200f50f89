package dev.producerdiscovery.provider.spotify;

import java.util.Optional;

/** The access token that all processes share, and whose turn it is to ask for another. Never fails. Thread-safe. */
interface SharedToken {

    Optional<AccessToken> find();

    void keep(AccessToken token);

    /** Whether this process is to ask for a token: true for one process at a time, and for all that cannot agree. */
    boolean claim();

    /** Lets another ask: call it after {@link #claim} allowed it. */
    void release();

    /** Each process for itself. */
    static SharedToken none() {
        return new SharedToken() {
            @Override
            public Optional<AccessToken> find() {
                return Optional.empty();
            }

            @Override
            public void keep(AccessToken token) {}

            @Override
            public boolean claim() {
                return true;
            }

            @Override
            public void release() {}
        };
    }
}
