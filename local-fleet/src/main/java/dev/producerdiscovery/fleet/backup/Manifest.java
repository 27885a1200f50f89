package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.fleet.process.FleetException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says about itself.
 *
 * @param format of the file; a reader knows its own and no other
 * @param created when the backup was made
 * @param platform operating system and processor: PostgreSQL's files fit no other
 * @param postgres major version of the server whose files these are
 * @param schema number of the last versioned migration that the program knew
 * @param systemId PostgreSQL's own name of the cluster, the same in all its copies
 * @param files how many files follow
 * @param bytes how long they are together
 */
record Manifest(
        int format,
        Instant created,
        String platform,
        int postgres,
        int schema,
        String systemId,
        long files,
        long bytes) {

    static final int FORMAT = 1;

    static Manifest from(Map<String, String> values) {
        try {
            return new Manifest(
                    Integer.parseInt(required(values, "format")),
                    Instant.parse(required(values, "created")),
                    required(values, "platform"),
                    Integer.parseInt(required(values, "postgres")),
                    Integer.parseInt(required(values, "schema")),
                    required(values, "systemId"),
                    Long.parseLong(required(values, "files")),
                    Long.parseLong(required(values, "bytes")));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new FleetException("The backup's description cannot be read: " + e.getMessage(), e);
        }
    }

    Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("format", Integer.toString(format));
        values.put("created", created.toString());
        values.put("platform", platform);
        values.put("postgres", Integer.toString(postgres));
        values.put("schema", Integer.toString(schema));
        values.put("systemId", systemId);
        values.put("files", Long.toString(files));
        values.put("bytes", Long.toString(bytes));
        return values;
    }

    private static String required(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new FleetException("The backup's description lacks '" + key + "'.");
        }
        return value;
    }
}
