package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A migrated database that belongs to one test or one test class, and a Redis database beside it. Closing it is
 * optional: everything goes when the JVM ends.
 *
 * <p>With {@code -Dbackend=containers} the servers are containers, with the genuine PGMQ extension; otherwise the
 * embedded ones, with our compatible schema.
 */
public final class TestDatabase implements AutoCloseable {

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
        return address.dataSource(backend.owner());
    }

    /** What the services connect as. */
    public DataSource worker() {
        return as(PipelineRole.WORKER);
    }

    public DataSource as(PipelineRole role) {
        return address.dataSource(login(role));
    }

    public Login login(PipelineRole role) {
        return backend.login(role);
    }

    /** The superuser of the server, for what no role of ours may do, such as ending other sessions. */
    public DataSource superuser() {
        return address.dataSource(backend.superuser());
    }

    /** For {@code @DynamicPropertySource} or an initializer: connects a service as it connects in production. */
    public Map<String, Object> springProperties() {
        return springProperties(PipelineRole.WORKER);
    }

    public Map<String, Object> springProperties(PipelineRole role) {
        Login login = login(role);
        return Map.of(
                "spring.datasource.url", address.jdbcUrl(),
                "spring.datasource.username", login.user(),
                "spring.datasource.password", login.password(),
                "spring.data.redis.url", redisUrl);
    }

    /** Drops the database, ending whatever is still connected to it. */
    @Override
    public void close() {
        backend.drop(address.database());
    }
}
