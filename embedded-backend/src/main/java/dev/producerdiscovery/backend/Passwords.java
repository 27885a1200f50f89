package dev.producerdiscovery.backend;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A password of its own for each user of the servers, made once; kept ones are readable by this user only. */
final class Passwords {

    private static final int BYTES = 24;

    private final Map<String, String> byUser;

    private Passwords(Map<String, String> byUser) {
        this.byUser = byUser;
    }

    /** Those kept in {@code file}, with new ones for {@code users} who have none yet. */
    static Passwords keptIn(Path file, Iterable<String> users) throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            properties.forEach((user, password) -> known.put((String) user, (String) password));
        }
        if (complete(known, users)) {
            PrivateFiles.write(
                    file,
                    known.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        return new Passwords(known);
    }

    static Passwords ofThisMoment(Iterable<String> users) {
        Map<String, String> fresh = new TreeMap<>();
        complete(fresh, users);
        return new Passwords(fresh);
    }

    String of(String user) {
        String password = byUser.get(user);
        if (password == null) {
            throw new IllegalArgumentException("No password was made for " + user);
        }
        return password;
    }

    private static boolean complete(Map<String, String> known, Iterable<String> users) {
        SecureRandom random = new SecureRandom();
        boolean added = false;
        for (String user : users) {
            if (!known.containsKey(user)) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                known.put(user, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                added = true;
            }
        }
        return added;
    }
}
