package dev.producerdiscovery.migrations;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Before each migration: sets the time-out of its locks, and takes the busiest of the tables that are to be changed at once and before anything else, as long as V014, V016 or V023 is to come. All
 * migrations are one transaction: coming to these one by one within a second, it would hold some that workers wait for
 * while they hold the next, and would give way again and again.
 */
final class EarlyLock implements Callback {

    private static final String TAKE = """
            do $$
            declare
                tables text;
            begin
                select string_agg(to_regclass(t.name)::text, ', ' order by t.place)
                into tables
                from unnest(array[
                    'discovery_runs',
                    'artists',
                    'albums',
                    'tracks',
                    'normalized_tracks',
                    'producers',
                    'producer_aliases',
                    'track_producers',
                    'credit_evidence',
                    'corrections']) with ordinality as t (name, place)
                -- In a new database they come one after the other, and nobody works on them. One of them is a view in the end.
                join pg_class c on c.oid = to_regclass(t.name) and c.relkind = 'r';
                if tables is not null
                    and (
                        to_regclass('credit_roles') is null
                        or to_regclass('merged_rows') is null
                        or exists (
                            select
                            from pg_class c
                            where c.oid = to_regclass('discovery_runs')
                                and c.relkind = 'r'))
                then
                    execute 'lock table ' || tables || ' in access exclusive mode';
                end if;
            end
            $$
            """;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(LockTimeout.SET);
            statement.execute(TAKE);
        } catch (SQLException e) {
            throw new MigrationException("the tables to be changed could not be locked: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "early lock";
    }
}
