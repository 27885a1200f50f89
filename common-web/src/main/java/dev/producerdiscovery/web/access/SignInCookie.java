package dev.producerdiscovery.web.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of the cookie that a browser holds after signing in: role and end, signed with the role's token. Nothing is
 * stored, so every replica knows it, and changing the token ends every sign-in. Thread-safe.
 */
final class SignInCookie {

    static final String NAME = "producer_discovery_sign_in";
    static final Duration LIFETIME = Duration.ofHours(12);

    private final Tokens tokens;
    private final InstantSource clock;

    SignInCookie(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @throws IllegalStateException when no token is configured for {@code role} */
    String issue(Role role) {
        long end = clock.instant().plus(LIFETIME).getEpochSecond();
        byte[] secret = tokens.secretOf(role).orElseThrow(() -> new IllegalStateException("No token for " + role));
        return role + "." + end + "." + signature(secret, role, end);
    }

    Optional<Role> roleOf(String value) {
        for (Role role : Role.values()) {
            if (isValid(value, role)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private boolean isValid(String value, Role role) {
        String[] parts = value.split("\\.", -1);
        Optional<byte[]> secret = tokens.secretOf(role);
        if (parts.length != 3 || !parts[0].equals(role.name()) || !parts[1].matches("\\d{1,12}") || secret.isEmpty()) {
            return false;
        }
        long end = Long.parseLong(parts[1]);
        boolean genuine = MessageDigest.isEqual(
                signature(secret.get(), role, end).getBytes(StandardCharsets.UTF_8),
                parts[2].getBytes(StandardCharsets.UTF_8));
        return genuine && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    private static String signature(byte[] secret, Role role, long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((role + "." + end).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
