package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks a token with a key that is made of the client secret: whoever can open it could as well have asked for a token,
 * and nobody else who reads Redis learns it. AES-GCM, 256 bits. Thread-safe.
 */
final class TokenSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME = 8;

    private final SecretKey key;
    private final String name;
    private final SecureRandom random = new SecureRandom();

    /** @param account whose tokens these are, for example the client id and where it is known */
    TokenSeal(String account, Secret secret) {
        this.key = new SecretKeySpec(digest(secret, "key of the token of " + account), "AES");
        this.name = HexFormat.of().formatHex(digest(secret, "name of the token of " + account), 0, NAME);
    }

    /** Another one for each account, which tells nothing of it. */
    String name() {
        return name;
    }

    byte[] close(AccessToken token) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = (token.staleAt() + " " + token.header()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt", e);
        }
    }

    /** Empty for what was not closed with this seal. */
    Optional<AccessToken> open(byte[] sealed) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] locked = new byte[buffer.remaining()];
        buffer.get(locked);
        try {
            String plain = new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(locked), StandardCharsets.UTF_8);
            int end = plain.indexOf(' ');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new AccessToken(plain.substring(end + 1), Instant.parse(plain.substring(0, end))));
        } catch (GeneralSecurityException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] digest(Secret secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }
}
