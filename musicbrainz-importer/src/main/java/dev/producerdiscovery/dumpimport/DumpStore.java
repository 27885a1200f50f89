package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.dumpimport.file.DumpHeader;
import dev.producerdiscovery.dumpimport.file.ImportException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database as the importer sees it: one connection, each call a transaction. Used by one thread. */
final class DumpStore implements AutoCloseable {

    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final Connection connection;

    /** @throws ImportException when it does not answer or refuses us */
    DumpStore(DataSource database) {
        try {
            connection = database.getConnection();
        } catch (SQLException e) {
            throw new ImportException("The database does not let us in: " + e.getMessage(), e);
        }
    }

    /** Where to go on with the dump. */
    Checkpoint begin(DumpHeader header) {
        return ask(
                "the dump's beginning",
                """
                select
                    dump_id,
                    state = 'in use',
                    lines,
                    bytes,
                    kept,
                    broken
                from begin_musicbrainz_dump(
                    cast(? as text),
                    cast(? as text),
                    cast(? as timestamptz),
                    cast(? as bigint))
                """,
                row -> new Checkpoint(
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                header.kind().id(),
                header.stamp(),
                header.takenAt().atOffset(ZoneOffset.UTC),
                header.replicationSequence());
    }

    /** Stores the batch and that its lines, which end at {@code bytes}, are read. */
    Checkpoint store(Checkpoint from, Batch batch, long bytes) {
        long lines = from.lines() + batch.lines();
        long broken = from.broken() + batch.brokenLines();
        long stored = ask(
                "lines %,d to %,d".formatted(from.lines() + 1, lines),
                """
                select store_musicbrainz_entries(
                    cast(? as integer),
                    cast(? as bigint),
                    cast(? as bigint),
                    cast(? as bigint),
                    cast(? as bigint),
                    cast(? as jsonb))
                """,
                row -> row.getLong(1),
                from.dump(),
                from.lines(),
                lines,
                bytes,
                broken,
                batch.json());
        return new Checkpoint(from.dump(), false, lines, bytes, from.kept() + stored, broken);
    }

    /** Puts the dump in the place of the one before. */
    void complete(Checkpoint end) {
        ask(
                "the dump's end",
                "select complete_musicbrainz_dump(cast(? as integer), cast(? as bigint))",
                row -> true,
                end.dump(),
                end.lines());
    }

    /** Deletes something of dumps that nobody uses; false when there is nothing left of them. */
    boolean forget() {
        return ask(
                        "the deletion of outdated dumps",
                        "select forget_musicbrainz_dumps(cast(? as integer))",
                        row -> row.getLong(1),
                        FORGOTTEN_AT_ONCE)
                > 0;
    }

    private <T> T ask(String what, String sql, Reading<T> reading, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < arguments.length; place++) {
                statement.setObject(place + 1, arguments[place]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return reading.of(row);
            }
        } catch (SQLException e) {
            throw new ImportException(
                    "The database did not take " + what + ": " + e.getMessage()
                            + ". What was stored before stays; start the import again when that is mended, and it goes on there",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ImportException("The connection to the database does not close: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
