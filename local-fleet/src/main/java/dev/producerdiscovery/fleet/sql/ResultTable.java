package dev.producerdiscovery.fleet.sql;

import dev.producerdiscovery.fleet.terminal.TextTable;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a query answered, as a table. */
final class ResultTable {

    private ResultTable() {}

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
}
