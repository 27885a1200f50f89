package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what PostgreSQL lets everybody do who may log in, a reader too: store large objects and make temporary
 * tables, both on this database's disk; and gives readers time-outs. With every run of the migrations, because a copy of a
 * database has none of it.
 */
public final class PublicRights {

    private static final Logger log = LoggerFactory.getLogger(PublicRights.class);

    /** Each of these makes a large object or writes into one; they belong to the superuser who made the cluster. */
    private static final String WRITERS = """
            from pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace
                and p.proname in (
                    'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_put', 'lo_truncate', 'lo_truncate64',
                    'lowrite')
                and has_function_privilege('public', p.oid, 'execute')
            """;

    private static final String REVOKE = """
            do $$
            declare
                routine regprocedure;
            begin
                if has_database_privilege('public', current_database(), 'temporary')
                    and exists (
                        select
                        from pg_database d
                        where d.datname = current_database()
                            and pg_has_role(d.datdba, 'usage'))
                then
                    execute format('revoke temporary on database %I from public', current_database());
                end if;
                for routine in
                    select p.oid::regprocedure
            """ + WRITERS + """
                        and pg_has_role(p.proowner, 'usage')
                loop
                    execute format('revoke execute on function %s from public', routine);
                end loop;
            end
            $$
            """;

    private static final String LEFT = """
            select string_agg(format('revoke execute on function %s from public', p.oid::regprocedure), '; ' order by p.oid)
            """ + WRITERS;

    /**
     * No question of a reader's takes longer. In this database alone, as the role may be used in others. A login that is a
     * member of the role has settings of its own.
     */
    private static final String TIME_OUTS = """
            do $$
            declare
                setting text;
            begin
                foreach setting in array array[
                    'statement_timeout = ''5s''',
                    'lock_timeout = ''1s''',
                    'idle_in_transaction_session_timeout = ''1min''']
                loop
                    -- What somebody has set to another value stays.
                    if not exists (
                        select
                        from pg_db_role_setting s
                        join pg_database d on d.oid = s.setdatabase
                        cross join lateral unnest(s.setconfig) as c
                        where d.datname = current_database()
                            and s.setrole = 'pipeline_reader'::regrole
                            and split_part(c, '=', 1) = split_part(setting, ' ', 1))
                    then
                        execute format('alter role pipeline_reader in database %I set %s', current_database(), setting);
                    end if;
                end loop;
            end
            $$
            """;

    private PublicRights() {}

    /**
     * What the user of {@code owner} makes from now on is nobody else's: PostgreSQL lets everybody execute a new function
     * otherwise. Each time, because it holds for one user, and whoever migrates may be another than the last time.
     *
     * @throws MigrationException when the database refuses or does not answer
     */
    static void keepNewFunctions(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter default privileges revoke execute on functions from public");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Takes back whatever the user of {@code database} may take back. For the superuser of a new cluster: the functions for
     * large objects are nobody else's.
     *
     * @throws MigrationException when the database refuses or does not answer
     */
    public static void revoke(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(REVOKE);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** As the owner of the database, who cannot do all of it everywhere, and then says who can. */
    static void close(DataSource owner) {
        revoke(owner);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            limitReaders(statement);
            tellWhatIsLeft(statement);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Where somebody else made the roles, they are that person's to change. */
    private static void limitReaders(Statement statement) throws SQLException {
        try {
            statement.execute(TIME_OUTS);
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            log.warn(
                    "Role pipeline_reader has no time-outs in this database, and only who made the role can set them ({}): alter role pipeline_reader set statement_timeout = '5s'",
                    e.getMessage());
        }
    }

    private static void tellWhatIsLeft(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LEFT)) {
            row.next();
            String left = row.getString(1);
            if (left != null) {
                log.warn(
                        "Whoever may log in can store large objects in this database, and only a superuser can forbid it: {}",
                        left);
            }
        }
    }

    private static MigrationException failed(SQLException cause) {
        return new MigrationException("what everybody may do could not be taken back: " + cause.getMessage(), cause);
    }
}
