package dev.producerdiscovery.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be passed to which parameter, as {@code hostile/sensible-arguments.txt} says. */
final class SensibleArguments {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> mayBeNull = new HashSet<>();
    private final Set<String> mayBeEndless = new HashSet<>();
    private final Set<String> helpers = new HashSet<>();

    SensibleArguments() {
        resource("sensible-arguments.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +", 2))
                .forEach(line -> add(line[0], line[1]));
    }

    private void add(String key, String value) {
        if (key.equals("helper")) {
            helpers.add(value);
            return;
        }
        if (key.equals("endless")) {
            mayBeEndless.add(value);
            return;
        }
        String name = key.replace("?", "");
        values.put(name, value);
        if (!name.equals(key)) {
            mayBeNull.add(name);
        }
    }

    private static String resource(String name) {
        try (InputStream file =
                Objects.requireNonNull(SensibleArguments.class.getResourceAsStream("/hostile/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a new database with what the values mean. */
    void prepare(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(resource("fixture.sql"));
        }
    }

    /** A good value, as PostgreSQL reads it; null for a parameter that nobody has thought of yet. */
    @Nullable
    String of(Routine routine, Routine.Parameter parameter) {
        return values.get(key(routine, parameter));
    }

    /** Whether null means something there, and is no bad argument. */
    boolean mayBeNull(Routine routine, Routine.Parameter parameter) {
        return isHelper(routine) || mayBeNull.contains(key(routine, parameter));
    }

    /** Whether the function takes as much as it is given: it keeps the beginning, or a message's body has a limit of its own. */
    boolean mayBeEndless(Routine routine, Routine.Parameter parameter) {
        return mayBeEndless.contains(routine.name() + "." + parameter.name())
                || mayBeEndless.contains(parameter.name());
    }

    /** Whether only other functions call it. */
    boolean isHelper(Routine routine) {
        return helpers.contains(routine.name());
    }

    private String key(Routine routine, Routine.Parameter parameter) {
        String own = routine.name() + "." + parameter.name();
        return values.containsKey(own) ? own : parameter.name();
    }
}
