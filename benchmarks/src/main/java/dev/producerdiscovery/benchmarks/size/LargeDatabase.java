package dev.producerdiscovery.benchmarks.size;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** A database with as much in it as years of running would leave, invented by {@code load.sql}. */
record LargeDatabase(int producers, int credits, int archived, int waiting) {

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
        try (InputStream script = Objects.requireNonNull(LargeDatabase.class.getResourceAsStream("load.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
