package dev.producerdiscovery.migrations;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Names and summaries of producers that were there before these were, or were compared by other keys then. A few hundred
 * to a transaction, so that workers who credit one of them wait for moments and not for all of them. Whatever interrupts it, the next run goes on with
 * those that are still missing.
 */
record SummaryBackfill(DataSource owner, Courtesy courtesy) {

    private static final int STEP = 500;

    /** How many steps until the planner must learn that tables are no longer as empty as they were. */
    private static final int ANALYSED = 100;

    // Whose name and aliases have no letter stays without a name, and is looked at again by every run.
    private static final String MISSING = """
            select p.id
            from producers p
            where not exists (
                    select
                    from producer_names n
                    where n.producer_id = p.id
                        and n.name_key = name_search_key(p.name))
                or exists (
                    select
                    from producer_aliases a
                    where a.producer_id = p.id
                        and not exists (
                            select
                            from producer_names n
                            where n.producer_id = p.id
                                and n.name_key = name_search_key(a.alias)))
                or (p.merged_into is null
                    and not exists (
                        select
                        from producer_summaries s
                        where s.producer_id = p.id
                            and s.role_group = 'produced'
                            and s.name_key = name_search_key(p.name)))
            order by p.id
            """;

    /** @throws MigrationException when a step fails, or still had to give way when the patience for it was at its end */
    void run() {
        List<UUID> missing = missing();
        for (int step = 0; step * STEP < missing.size(); step++) {
            List<UUID> producers = missing.subList(step * STEP, Math.min((step + 1) * STEP, missing.size()));
            courtesy.run(() -> fill(producers));
            if (step % ANALYSED == 0) {
                analyze();
            }
        }
    }

    private List<UUID> missing() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MISSING)) {
            List<UUID> missing = new ArrayList<>();
            while (rows.next()) {
                missing.add(rows.getObject(1, UUID.class));
            }
            return missing;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void fill(List<UUID> producers) {
        try (Connection connection = owner.getConnection()) {
            OneTransaction.on(connection, one -> fill(one, producers));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void fill(Connection connection, List<UUID> producers) throws SQLException {
        Array ids = connection.createArrayOf("uuid", producers.toArray());
        try (Statement statement = connection.createStatement();
                PreparedStatement summaries = connection.prepareStatement("select refresh_producer_summaries(?)");
                PreparedStatement names = connection.prepareStatement("select refresh_producer_names(?)")) {
            statement.execute(LockTimeout.SET);
            // First, as whoever identifies does: in another order the two would wait for each other.
            statement.execute("select lock_producers()");
            // The names take their weight from the summaries.
            summaries.setArray(1, ids);
            summaries.execute();
            names.setArray(1, ids);
            names.execute();
        }
    }

    private void analyze() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze (skip_locked) producer_summaries, producer_names");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static MigrationException failed(SQLException cause) {
        return new MigrationException("the producers could not be added up: " + cause.getMessage(), cause);
    }
}
