package dev.producerdiscovery.benchmarks.size;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** A database with as much in it as years of running would leave, invented by the parts of {@code load}. */
record LargeDatabase(int producers, int credits, int archived, int waiting) {

    /** In their order: together they are one script. */
    private static final List<String> PARTS =
            List.of("1-without-indexes.sql", "2-names.sql", "3-catalogue.sql", "4-queues.sql", "5-with-indexes.sql");

    /** @param superuser may switch triggers off, without which loading would take hours */
    void load(DataSource superuser) {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set size.producers = " + producers);
            statement.execute("set size.credits = " + credits);
            statement.execute("set size.archived = " + archived);
            statement.execute("set size.waiting = " + waiting);
            statement.execute(script());
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("The large database could not be loaded: " + e.getMessage(), e);
        }
    }

    private static String script() {
        return String.join("\n", PARTS.stream().map(LargeDatabase::read).toList());
    }

    private static String read(String part) {
        try (InputStream script =
                Objects.requireNonNull(LargeDatabase.class.getResourceAsStream("load/" + part), part)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
