package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Drops functions that nothing calls any more. After the migrations, because what was planned while a function was still
 * called fails if it is gone when it is carried out, and nothing locks a function that is in use: whoever began before the
 * migrations took effect is waited for, though not for longer than a transaction of an ordinary length takes. What takes a
 * function's place has another name, or parameters that no call of the former one fits.
 */
final class FormerFunctions {

    private static final String DROP = """
            do $$
            declare
                former regprocedure[] := array_remove(
                    array[
                        to_regprocedure('producer_matches(text)'),
                        to_regprocedure('producer_matches(text, integer)'),
                        to_regprocedure('worker_low_water_mark(text)'),
                        to_regprocedure('worker_next_due(text, timestamptz)'),
                        to_regprocedure('prefer_producer_name(uuid, text, text)'),
                        to_regprocedure('credit_roles()'),
                        to_regprocedure('song_title_key(text)'),
                        to_regprocedure('open_people(jsonb)'),
                        to_regprocedure('wanted_songs(jsonb)')],
                    null);
                -- By their locks, which everybody may see; when somebody else's transaction began is told to few.
                older text[] := array(
                    select l.virtualxid
                    from pg_locks l
                    join pg_stat_activity a on a.pid = l.pid
                    where l.locktype = 'virtualxid'
                      and l.pid <> pg_backend_pid()
                      and a.datname = current_database());
                patience timestamptz := clock_timestamp() + interval '5 seconds';
                each_former regprocedure;
            begin
                while cardinality(former) > 0
                    and clock_timestamp() < patience
                    and exists (select from pg_locks l where l.locktype = 'virtualxid' and l.virtualxid = any (older))
                loop
                    perform pg_sleep(0.01);
                end loop;
                foreach each_former in array former loop
                    execute format('drop function %s', each_former);
                end loop;
            end
            $$
            """;

    private FormerFunctions() {}

    /** @throws MigrationException when one could not be dropped; all of them are there then */
    static void drop(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        } catch (SQLException e) {
            throw new MigrationException("a former function could not be dropped: " + e.getMessage(), e);
        }
    }
}
