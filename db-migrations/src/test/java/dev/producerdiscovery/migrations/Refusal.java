package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a function answered that did not answer. */
record Refusal(String state, String message) {

    /** Calls the function, and takes back what a refused call did. Empty when the function answered. */
    static Optional<Refusal> of(Connection connection, Routine routine, List<@Nullable String> arguments)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement call = connection.prepareStatement(routine.call())) {
            for (int place = 0; place < arguments.size(); place++) {
                call.setString(place + 1, arguments.get(place));
            }
            call.execute();
            return Optional.empty();
        } catch (PSQLException e) {
            connection.rollback(before);
            ServerErrorMessage error = Objects.requireNonNull(e.getServerErrorMessage());
            return Optional.of(new Refusal(String.valueOf(error.getSQLState()), String.valueOf(error.getMessage())));
        }
    }

    boolean saysBadArgument() {
        return Set.of(SqlState.BAD_ARGUMENT, SqlState.UNKNOWN).contains(state);
    }

    /** Whether the message tells, in a readable length, which argument is bad and what it is. */
    boolean names(Routine.Parameter parameter, @Nullable String value) {
        if (message.length() > 1_000) {
            return false;
        }
        if (parameter.type().startsWith("jsonb") && message.matches("(?s)[a-zA-Z_]+ (must|names) .*")) {
            // A field of a document is named by its own name.
            return true;
        }
        return message.contains(parameter.name().replaceFirst("^p_", "")) && tells(parameter, value);
    }

    private boolean tells(Routine.Parameter parameter, @Nullable String value) {
        return switch (parameter.type()) {
            case "text", "integer", "bigint", "uuid" ->
                plain(message).contains(plain(beginning(String.valueOf(value))));
            // The database writes these in another way than they were sent.
            default -> true;
        };
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(50, text.length()));
    }

    /** Without what quoting changes. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
