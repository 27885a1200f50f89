package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one PostgreSQL, and Redis, that all contenders share, each in a database of its own. A commit waits for the disk.
 * All connections are TCP over loopback.
 */
final class Server implements AutoCloseable {

    private final EmbeddedBackend backend;
    private final JdbcClient statistics;
    private final long postmaster;

    private Server(EmbeddedBackend backend) {
        this.backend = backend;
        // Not one of the measured databases: what is asked here must not count there.
        this.statistics = superuser("postgres");
        this.postmaster = Long.parseLong(statistics
                .sql("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")
                .query(String.class)
                .single());
    }

    static Server start() {
        EmbeddedBackend backend =
                EmbeddedBackend.start(BackendOptions.temporary().durable(true));
        try {
            backend.migrate();
            Server server = new Server(backend);
            server.statistics.sql("alter system set max_wal_size = '4GB'").update();
            server.statistics.sql("alter system set autovacuum_naptime = '10s'").update();
            server.statistics
                    .sql("select pg_reload_conf()")
                    .query(Boolean.class)
                    .single();
            return server;
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    void createDatabase(Engine engine) {
        String template = engine.usesPgmq() ? backend.database().database() : "template0";
        statistics
                .sql("create database %s template %s owner %s".formatted(engine.database(), template, owner().user()))
                .update();
        JdbcClient own = superuser(engine.database());
        own.sql("create table effects (number integer not null)").update();
        own.sql("grant select, insert on effects to public").update();
    }

    DatabaseAddress address(Engine engine) {
        return new DatabaseAddress(backend.database().host(), backend.database().port(), engine.database());
    }

    Login owner() {
        return backend.owner();
    }

    Login worker() {
        return backend.login(PipelineRole.WORKER);
    }

    String redisUrl() {
        return backend.redisUrl();
    }

    JdbcClient superuser(Engine engine) {
        return superuser(engine.database());
    }

    private JdbcClient superuser(String database) {
        return JdbcClient.create(new DatabaseAddress(
                        backend.database().host(), backend.database().port(), database)
                .dataSource(backend.superuser()));
    }

    /** Removes all jobs of an engine. */
    void clear(Engine engine) {
        superuser(engine)
                .sql("truncate effects, " + engine.tables() + " cascade")
                .update();
    }

    /** Does now what would otherwise happen some time during a measurement. */
    void settle(Engine engine) {
        superuser(engine).sql("vacuum analyze " + engine.tables()).update();
        statistics.sql("checkpoint").update();
    }

    /** Sessions tell what they did when they end at the latest. */
    void awaitNobody(Engine engine) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end
                && statistics
                        .sql("""
                                select exists (
                                    select from pg_stat_activity
                                    where datname = ?::text
                                      and backend_type = 'client backend')
                                """)
                        .param(engine.database())
                        .query(Boolean.class)
                        .single()) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    /** Bytes of WAL written since there is a server. */
    long wal() {
        return statistics
                .sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    /** Transactions that ended in an engine's database. */
    long transactions(Engine engine) {
        return statistics
                .sql("select xact_commit + xact_rollback from pg_stat_database where datname = ?::text")
                .param(engine.database())
                .query(Long.class)
                .single();
    }

    /** CPU seconds of all server processes. */
    double cpu() {
        return CpuTime.of(postmaster);
    }

    String version() {
        return statistics
                .sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        backend.close();
    }
}
