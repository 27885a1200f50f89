package dev.producerdiscovery.benchmarks.contender;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Messages in PGMQ's queue that are due in an hour. */
final class ParkedMessages {

    private ParkedMessages() {}

    static void send(DataSource owner, int count) throws SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement send = connection.prepareStatement("""
                        select pgmq.send_batch('benchmark', array_fill(?::jsonb, array[?::integer]), 3600)
                        """)) {
            send.setString(1, JobBody.of(0));
            send.setInt(2, count);
            send.execute();
        }
    }
}
