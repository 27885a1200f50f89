package dev.producerdiscovery.provider.cache;

import java.time.Duration;
import java.util.Optional;

/** Where answers are that all processes share. Never fails: what is not there is asked for. Thread-safe. */
interface SharedAnswers {

    Optional<byte[]> get(String key);

    void put(String key, byte[] answer, Duration keep);

    /** Shares nothing. */
    static SharedAnswers none() {
        return new SharedAnswers() {
            @Override
            public Optional<byte[]> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, byte[] answer, Duration keep) {}
        };
    }
}
