package dev.producerdiscovery.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The configured tokens. Thread-safe. */
final class Tokens {

    private final Map<Role, byte[]> secrets = new EnumMap<>(Role.class);

    /** An empty token is none: it opens nothing. */
    Tokens(String operator, String reader) {
        keep(Role.OPERATOR, operator);
        keep(Role.READER, reader);
    }

    private void keep(Role role, String token) {
        if (!token.isEmpty()) {
            secrets.put(role, token.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The highest role that {@code token} opens. Compares in constant time, so that a token cannot be guessed bit by bit. */
    Optional<Role> roleOf(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        Optional<Role> found = Optional.empty();
        for (Map.Entry<Role, byte[]> secret : secrets.entrySet()) {
            if (MessageDigest.isEqual(secret.getValue(), given)) {
                found = Optional.of(secret.getKey());
            }
        }
        return found;
    }

    Optional<byte[]> secretOf(Role role) {
        return Optional.ofNullable(secrets.get(role));
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    boolean hasOperator() {
        return secrets.containsKey(Role.OPERATOR);
    }
}
