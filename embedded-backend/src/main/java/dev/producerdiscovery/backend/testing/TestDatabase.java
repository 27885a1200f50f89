package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A migrated database that belongs to one test or one test class, and a Redis database beside it. Closing it is
 * optional: everything goes when the JVM ends.
 *
 * <p>With {@code -Dbackend=containers} the servers are containers, with the genuine PGMQ extension; otherwise the
 * embedded ones, with our compatible schema. With {@code -Dbackend.schema=engine} the schema is that of the engine alone,
 * without a queue in it.
 */
public final class TestDatabase implements AutoCloseable {

    public static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";

    /** Longer than a statement of a test, and shorter than {@link ConnectionsGivenBack} waits. */
    private static final Duration LEAK_AFTER = Duration.ofSeconds(10);

    private final TestBackend backend;
    private final DatabaseAddress address;
    private final String redisUrl;

    TestDatabase(TestBackend backend, DatabaseAddress address, String redisUrl) {
        this.backend = backend;
        this.address = address;
        this.redisUrl = redisUrl;
    }

    /** A new database with the newest schema and nothing in it but the registered queues. */
    public static TestDatabase fresh() {
        return TestBackend.shared().clone(TestBackend.TEMPLATE);
    }

    /** A new database without any schema, for tests of the migrations themselves. */
    public static TestDatabase empty() {
        return TestBackend.shared().clone("template0");
    }

    public DatabaseAddress address() {
        return address;
    }

    public String redisUrl() {
        return redisUrl;
    }

    /** For arranging and looking; a test of privileges uses {@link #as}. Opens a new connection each time. */
    public DataSource owner() {
        return TakenConnections.counted(address.dataSource(backend.owner()));
    }

    /** What the services connect as. */
    public DataSource worker() {
        return as(PipelineRole.WORKER);
    }

    public DataSource as(PipelineRole role) {
        return TakenConnections.counted(address.dataSource(login(role)));
    }

    public Login login(PipelineRole role) {
        return backend.login(role);
    }

    /** The superuser of the server, for what no role of ours may do, such as ending other sessions. */
    public DataSource superuser() {
        return TakenConnections.counted(address.dataSource(backend.superuser()));
    }

    /**
     * For {@code @DynamicPropertySource} or an initializer: connects a service as it connects in production. Its pool can
     * be looked into, and says where a connection was taken that it has not got back for long.
     *
     * <p>It has one connection, so that a thread which holds it and asks for another fails: with a larger pool as many
     * such threads as there are connections wait for each other, and that only under load. A test of what is meant to
     * work at the same time sets {@link #POOL_SIZE} otherwise.
     */
    public Map<String, Object> springProperties() {
        return springProperties(PipelineRole.WORKER);
    }

    public Map<String, Object> springProperties(PipelineRole role) {
        Login login = login(role);
        return Map.of(
                "spring.datasource.url",
                address.jdbcUrl(),
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                "spring.datasource.hikari.register-mbeans",
                true,
                POOL_SIZE,
                1,
                "spring.datasource.hikari.leak-detection-threshold",
                LEAK_AFTER.toMillis(),
                "logging.level.com.zaxxer.hikari.pool.ProxyLeakTask",
                "warn",
                "spring.data.redis.url",
                redisUrl);
    }

    /** Drops the database, ending whatever is still connected to it. */
    @Override
    public void close() {
        backend.drop(address.database());
    }
}
