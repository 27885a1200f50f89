package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Tests in which each role logs in and tries something. */
abstract class EachRole {

    static final Database DB = TestServer.plain().migrated();

    static final String OURS = "('public'::regnamespace, 'queue_mgmt'::regnamespace, 'pgmq'::regnamespace,"
            + " 'worker_queues'::regnamespace)";

    /** Of functions that belong to an extension nobody but its author decides. */
    static final String NO_EXTENSION =
            " and not exists (select from pg_depend d where d.objid = %s.oid and d.deptype = 'e')";

    static final String RELATIONS = """
            select c.oid::regclass::text
            from pg_class c
            where c.relkind in ('r', 'v')
                and c.relnamespace in %s
            """.formatted(OURS) + NO_EXTENSION.formatted("c") + " order by 1";

    static Connection session(RightsMatrix stated) throws SQLException {
        return TestServer.plain()
                .dataSource(DB.name(), stated.role().roleName())
                .getConnection();
    }

    static void assertRefused(Connection session, String statement) throws SQLException {
        // Some statements are refused in a transaction for that reason alone.
        session.setAutoCommit(true);
        assertThat(refusal(session, statement)).as(statement).contains(SqlState.NO_RIGHT);
    }

    /** The SQLSTATE with which the statement fails; whatever it did is undone. */
    static Optional<String> refusal(Connection session, String statement) throws SQLException {
        try (Statement running = session.createStatement()) {
            running.execute(statement);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getSQLState());
        } finally {
            if (!session.getAutoCommit()) {
                session.rollback();
            }
        }
    }
}
