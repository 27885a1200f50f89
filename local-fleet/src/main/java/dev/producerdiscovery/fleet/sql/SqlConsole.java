package dev.producerdiscovery.fleet.sql;

import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads statements that end with a semicolon, runs each, and prints what comes back. */
public final class SqlConsole {

    private final Connection connection;
    private final PrintStream out;
    private final PrintStream err;

    public SqlConsole(Connection connection, PrintStream out, PrintStream err) {
        this.connection = connection;
        this.out = out;
        this.err = err;
    }

    /** Runs everything {@code input} has; returns whether each statement succeeded. */
    public boolean run(BufferedReader input, boolean prompt) throws IOException {
        boolean allGood = true;
        StringBuilder statement = new StringBuilder();
        if (prompt) {
            out.print("sql> ");
        }
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            statement.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                allGood &= execute(statement.toString());
                statement.setLength(0);
            }
            if (prompt) {
                out.print(statement.isEmpty() ? "sql> " : "...> ");
            }
        }
        return statement.toString().isBlank() ? allGood : execute(statement.toString()) && allGood;
    }

    /** Runs one statement; an error is printed, and answered with {@code false}. */
    public boolean execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultTable.of(statement.getResultSet()).print(out, Terminal.columns());
            } else {
                out.println(statement.getUpdateCount() + " rows changed");
            }
            return true;
        } catch (SQLException e) {
            err.println("ERROR " + e.getSQLState() + ": " + e.getMessage());
            return false;
        }
    }
}
