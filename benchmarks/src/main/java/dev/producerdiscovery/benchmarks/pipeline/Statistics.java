package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.fleet.process.Backend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What PostgreSQL knows of the run. Asks with two sessions that it keeps, one of them in another database wherever it may be,
 * so that little of what it does is counted as the pipeline's: one transaction a reading. Not thread-safe.
 */
final class Statistics implements AutoCloseable {

    private final String database;
    private final SingleConnectionDataSource outside;
    private final SingleConnectionDataSource inside;

    /** @param waiting messages that nobody has ended yet */
    record Work(long songs, long waiting) {}

    Statistics(Backend backend, Login superuser) {
        int name = backend.jdbcUrl().lastIndexOf('/') + 1;
        this.database = backend.jdbcUrl().substring(name);
        this.outside = session(backend.jdbcUrl().substring(0, name) + "postgres", superuser);
        this.inside = session(backend.jdbcUrl(), superuser);
    }

    private static SingleConnectionDataSource session(String url, Login login) {
        return new SingleConnectionDataSource(url, login.user(), login.password(), true);
    }

    Work work() {
        return JdbcClient.create(inside)
                .sql("""
                        select
                            (
                                select count(*)
                                from processing_status s
                                where s.entity_type = 'song'
                                    and s.state = 'COMPLETED'
                            ) as songs,
                            (
                                select coalesce(sum(q.visible + q.in_flight + q.delayed), 0)::bigint
                                from get_queue_monitoring_data() as q
                            ) as waiting
                        """)
                .query((row, number) -> new Work(row.getLong("songs"), row.getLong("waiting")))
                .single();
    }

    Counters counters() {
        return JdbcClient.create(outside)
                .sql("""
                        select
                            d.xact_commit + d.xact_rollback as transactions,
                            pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0'::pg_lsn)::bigint as wal,
                            d.tup_inserted + d.tup_updated + d.tup_deleted as written
                        from pg_stat_database d
                        where d.datname = ?::text
                        """)
                .param(database)
                .query((row, number) ->
                        new Counters(row.getLong("transactions"), row.getLong("wal"), row.getLong("written")))
                .single();
    }

    /** The sessions of the pipeline that are at work. */
    List<Session> sessions() {
        return JdbcClient.create(outside)
                .sql("""
                        select
                            coalesce(a.wait_event_type, '') as waits_for,
                            left(regexp_replace(btrim(a.query), '\\s+', ' ', 'g'), 80) as statement
                        from pg_stat_activity a
                        where a.datname = ?::text
                            and a.state = 'active'
                            and a.backend_type = 'client backend'
                            and a.usename <> current_user
                        """)
                .param(database)
                .query((row, number) -> new Session(
                        Objects.requireNonNull(row.getString("waits_for")),
                        Objects.requireNonNull(row.getString("statement"))))
                .list();
    }

    /** Messages that were ended, by queue. */
    Map<String, Long> ended() {
        return numbers("""
                select t.queue_name, t.archived
                from diagnose_queue_tables() as t
                where t.registered
                    and t.archived > 0
                order by t.queue_name
                """);
    }

    /** Messages that were given up, by queue. */
    Map<String, Long> givenUp() {
        return numbers("""
                select q.queue_name, q.dead_lettered
                from get_queue_monitoring_data() as q
                where q.dead_lettered > 0
                order by q.queue_name
                """);
    }

    /** The functions that took longest since the database was made, while the server counts that. */
    List<Cost> functions(int number) {
        return JdbcClient.create(inside)
                .sql("""
                        select f.funcname, sum(f.calls)::bigint as calls, sum(f.self_time) as millis
                        from pg_stat_user_functions f
                        group by f.funcname
                        order by millis desc
                        limit ?::integer
                        """)
                .param(number)
                .query((row, place) -> new Cost(
                        Objects.requireNonNull(row.getString("funcname")),
                        row.getLong("calls"),
                        row.getDouble("millis")))
                .list();
    }

    /** Before the run. */
    void countStatements() {
        JdbcClient.create(inside)
                .sql("create extension if not exists pg_stat_statements")
                .update();
    }

    /** The statements of the pipeline's sessions that were sent most often. */
    List<Cost> statements(int number) {
        return JdbcClient.create(inside)
                .sql("""
                        select
                            left(regexp_replace(btrim(s.query), '\\s+', ' ', 'g'), 80) as statement,
                            sum(s.calls)::bigint as calls,
                            sum(s.total_exec_time) as millis
                        from pg_stat_statements s
                        join pg_database d on d.oid = s.dbid
                        where d.datname = current_database()
                            and s.toplevel
                            and s.userid <> current_user::regrole
                        group by statement
                        order by calls desc
                        limit ?::integer
                        """)
                .param(number)
                .query((row, place) -> new Cost(
                        Objects.requireNonNull(row.getString("statement")),
                        row.getLong("calls"),
                        row.getDouble("millis")))
                .list();
    }

    private Map<String, Long> numbers(String sql) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        JdbcClient.create(inside).sql(sql).query(row -> {
            numbers.put(Objects.requireNonNull(row.getString(1)), row.getLong(2));
        });
        return numbers;
    }

    String version() {
        return JdbcClient.create(outside)
                .sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        inside.destroy();
        outside.destroy();
    }
}
