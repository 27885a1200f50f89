package dev.producerdiscovery.fleet.process;

import java.util.Map;

/**
 * Where PostgreSQL and Redis of the fleet answer, as the backend process wrote it down.
 *
 * @param password of the owner and of each role; the servers listen on the loopback interface only
 */
public record Backend(String ownerUri, String jdbcUrl, String ownerUser, String password, String redisUrl) {

    static Backend from(Map<String, String> values) {
        return new Backend(
                required(values, "ownerUri"),
                required(values, "jdbcUrl"),
                required(values, "ownerUser"),
                required(values, "password"),
                required(values, "redisUrl"));
    }

    public Map<String, String> toMap() {
        return Map.of(
                "ownerUri", ownerUri,
                "jdbcUrl", jdbcUrl,
                "ownerUser", ownerUser,
                "password", password,
                "redisUrl", redisUrl);
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
