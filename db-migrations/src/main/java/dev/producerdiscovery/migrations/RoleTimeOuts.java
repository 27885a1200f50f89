package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long sessions of a role may take, wait and idle in a transaction. A setting of the role, because one that a client
 * sends would, behind a pooler, be the setting of whoever comes next; and of this database alone, as the role may be used
 * in others. With every run of the migrations, because a copy of a database has none of it.
 */
public final class RoleTimeOuts {

    private static final Logger log = LoggerFactory.getLogger(RoleTimeOuts.class);

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String SET = """
            do $$
            declare
                wanted record;
            begin
                for wanted in
                    select *
                    from (
                        values
                            -- No question of a reader's takes longer. A login that is a member has settings of its own.
                            ('pipeline_reader', 'statement_timeout', '5s'),
                            ('pipeline_reader', 'lock_timeout', '1s'),
                            ('pipeline_reader', 'idle_in_transaction_session_timeout', '1min'),
                            -- The server ends a statement before the worker gives up on it (its socketTimeout): left
                            -- behind, it would go on waiting with its locks.
                            ('pipeline_worker', 'statement_timeout', '12s'),
                            ('pipeline_worker', 'lock_timeout', '5s'),
                            -- A session whose worker vanished in the midst of a settlement keeps its messages locked.
                            -- A settlement only talks to the database, so its session is never idle for long.
                            ('pipeline_worker', 'idle_in_transaction_session_timeout', '15s')
                    ) as v (role, name, setting)
                loop
                    -- What somebody has set to another value stays.
                    if not exists (
                        select
                        from pg_db_role_setting s
                        join pg_database d on d.oid = s.setdatabase
                        cross join lateral unnest(s.setconfig) as c
                        where d.datname = current_database()
                            and s.setrole = wanted.role::regrole
                            and split_part(c, '=', 1) = wanted.name)
                    then
                        execute format(
                            'alter role %I in database %I set %I = %L',
                            wanted.role, current_database(), wanted.name, wanted.setting);
                    end if;
                end loop;
            end
            $$
            """;

    private RoleTimeOuts() {}

    /**
     * As whoever may change the roles. Where somebody else made them, they are that person's to change, and the log says
     * so.
     *
     * @throws MigrationException when the database refuses or does not answer
     */
    public static void set(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SET);
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw new MigrationException("the time-outs of the roles could not be set: " + e.getMessage(), e);
            }
            log.warn(
                    "The roles pipeline_worker and pipeline_reader have no time-outs in this database, and only who made them can set these ({}). docs/operating.md has the statements.",
                    e.getMessage());
        }
    }
}
