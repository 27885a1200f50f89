package dev.producerdiscovery.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the column types that JDBC has no plain getter for. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** An empty list for null, without null elements. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /** A share between 0 and 1, or another number that is always there, as {@link #decimal} reads it. */
    public static double share(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(decimal(row, column), column);
    }

    /**
     * As people write it. Read as a double, a {@code real} is 0.97 the first times, and 0.9700000286102295 from the fifth
     * on, when the driver has the server send numbers in binary.
     */
    public static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        Object value = row.getObject(column);
        return value == null ? null : Double.valueOf(value.toString());
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
