package dev.producerdiscovery.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * PGMQ as such: one connection that reads a batch and archives it, in a transaction each. No retries, no renewal, no
 * fencing, nothing enqueued: the least that any consumer has to do.
 */
final class RawLoop implements Contender {

    @Override
    public String name() {
        return "raw PGMQ over JDBC";
    }

    @Override
    public void drain(DataSource dataSource, String queue, int messages, int batch) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select msg_id, message from pgmq.read(?::text, 30::integer, ?::integer)");
                PreparedStatement archive = connection.prepareStatement("select pgmq.archive(?::text, ?::bigint[])")) {
            int done = 0;
            while (done < messages) {
                List<Long> ids = read(read, queue, batch);
                archive.setString(1, queue);
                archive.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
                archive.execute();
                done += ids.size();
            }
        }
    }

    private static List<Long> read(PreparedStatement read, String queue, int batch) throws SQLException {
        read.setString(1, queue);
        read.setInt(2, batch);
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
