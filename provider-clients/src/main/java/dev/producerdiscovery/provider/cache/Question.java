package dev.producerdiscovery.provider.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was asked of a provider.
 *
 * @param endpoint the kind of question, which decides how long its answer is kept
 * @param text method, address and body; whoever asks signs in a header, which is no part of it
 */
public record Question(String provider, String endpoint, String text) {

    /** Names the answer. A digest, because an address may be long, and one that somebody has configured may hold a key. */
    String key() {
        return provider + ":" + endpoint + ":" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return key();
    }
}
