package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The roles belong to the whole server, and a turn to migrate to one database. So two databases that are migrated at
 * once on a new server both make them, and the migration that makes them first (V002) fails for the later one. Here,
 * before it and in a transaction of its own, somebody else's are as good as ours.
 */
final class SharedRoles {

    private static final String MAKE = """
            do $$
            declare
                wanted record;
            begin
                for wanted in
                    select v.name, v.includes
                    from (
                        values
                            ('pipeline_reader', null),
                            ('pipeline_worker', 'pipeline_reader'),
                            ('pipeline_operator', 'pipeline_worker')
                    ) as v (name, includes)
                loop
                    begin
                        execute format('create role %I nologin', wanted.name);
                    exception when duplicate_object or unique_violation then
                        null;
                    end;
                    begin
                        if not pg_has_role(wanted.name, wanted.includes, 'member') then
                            execute format('grant %I to %I', wanted.includes, wanted.name);
                        end if;
                    exception when unique_violation then
                        null;
                    end;
                end loop;
            end
            $$
            """;

    private SharedRoles() {}

    /** @throws MigrationException when the database refuses or does not answer */
    static void make(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
        } catch (SQLException e) {
            throw new MigrationException("the roles of the pipeline could not be made: " + e.getMessage(), e);
        }
    }
}
