package dev.producerdiscovery.provider.spotify;

import java.util.Optional;

/** The access token that all processes share, and whose turn it is to ask for another. Never fails. Thread-safe. */
interface SharedToken {

    Optional<AccessToken> find();

    void keep(AccessToken token);

    /**
     * The claim to ask for a token, if this process is to: for one process at a time, and for all that cannot agree. A
     * claim that is not released ends by itself, so that whoever asks for long may find another asking too.
     */
    Optional<String> claim();

    /** Lets another ask, unless the claim has ended and another asks already. */
    void release(String claim);

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
            public Optional<String> claim() {
                return Optional.of("");
            }

            @Override
            public void release(String claim) {}
        };
    }
}
