package dev.producerdiscovery.fleet.process;

import java.util.HashMap;
import java.util.Map;

/**
 * Where PostgreSQL and Redis of the fleet answer, as the backend process wrote it down. Holds secrets; the servers listen
 * on the loopback interface only.
 *
 * @param ownerUri with the owner's password in it
 * @param password the owner's
 * @param redisUrl with the password in it
 * @param rolePasswords by role
 */
public record Backend(
        String ownerUri,
        String jdbcUrl,
        String ownerUser,
        String password,
        String redisUrl,
        Map<String, String> rolePasswords) {

    private static final String ROLE = "role.";

    static Backend from(Map<String, String> values) {
        Map<String, String> rolePasswords = new HashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(ROLE)) {
                rolePasswords.put(key.substring(ROLE.length()), value);
            }
        });
        return new Backend(
                required(values, "ownerUri"),
                required(values, "jdbcUrl"),
                required(values, "ownerUser"),
                required(values, "password"),
                required(values, "redisUrl"),
                Map.copyOf(rolePasswords));
    }

    public Map<String, String> toMap() {
        Map<String, String> values = new HashMap<>(Map.of(
                "ownerUri", ownerUri,
                "jdbcUrl", jdbcUrl,
                "ownerUser", ownerUser,
                "password", password,
                "redisUrl", redisUrl));
        rolePasswords.forEach((role, secret) -> values.put(ROLE + role, secret));
        return values;
    }

    String passwordOf(String role) {
        return required(rolePasswords, role);
    }

    /** Without the secrets, because records end up in logs. */
    @Override
    public String toString() {
        return "Backend[jdbcUrl=" + jdbcUrl + "]";
    }

    private static String required(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new FleetException(
                    "The description of the running database lacks " + key + "; run ./fleet down, then ./fleet up");
        }
        return value;
    }
}
