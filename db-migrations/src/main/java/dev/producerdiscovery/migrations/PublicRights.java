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
 * tables, both on this database's disk. With every run of the migrations, because a copy of a database has none of it.
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
            tellWhatIsLeft(statement);
        } catch (SQLException e) {
            throw failed(e);
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
