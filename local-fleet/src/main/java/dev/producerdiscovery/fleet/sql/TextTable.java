package dev.producerdiscovery.fleet.sql;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Rows under headings, in columns just as wide as they need to be. */
public final class TextTable {

    private static final int GAP = 2;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    static TextTable of(ResultSet results) throws SQLException {
        ResultSetMetaData meta = results.getMetaData();
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            headings.add(meta.getColumnLabel(column));
        }
        TextTable table = new TextTable(headings);
        while (results.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                row.add(Objects.requireNonNullElse(results.getString(column), ""));
            }
            table.add(row);
        }
        return table;
    }

    public void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    public void print(PrintStream out) {
        int[] widths = headings.stream().mapToInt(String::length).toArray();
        // The last column needs no width: nothing comes after it, and its rule stays short.
        int last = widths.length - 1;
        rows.forEach(row -> {
            for (int column = 0; column < last; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        });
        out.println(line(headings, widths));
        out.println("-".repeat(Arrays.stream(widths).sum() + GAP * last));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length - 1; column++) {
            String cell = cells.get(column);
            line.append(cell).repeat(' ', widths[column] - length(cell) + GAP);
        }
        return line.append(cells.getLast()).toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
