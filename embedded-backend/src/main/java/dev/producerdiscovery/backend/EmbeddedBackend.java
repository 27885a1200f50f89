package dev.producerdiscovery.backend;

import dev.producerdiscovery.migrations.Migrations;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * PostgreSQL and Redis as child processes of this JVM, on loopback only. They end with {@link #close()} or with the JVM;
 * what a killed JVM leaves behind on a kept folder is ended by the next start there.
 *
 * <p>A kept database asks for the password that lies beside it, readable by its user only; all users of the database
 * share it.
 *
 * <p>Holds one database, {@code producer_discovery}, owned by a user of the same name that is no superuser. It is empty
 * until {@link #migrate()}.
 */
public final class EmbeddedBackend implements AutoCloseable {

    private final PostgresServer postgres;
    private final RedisServerProcess redis;

    private EmbeddedBackend(PostgresServer postgres, RedisServerProcess redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /**
     * Starts both servers and waits until they answer, about 2 s on a fresh folder and half a second on a kept one.
     *
     * @throws BackendException when one of them does not start; the other is stopped again
     */
    public static EmbeddedBackend start(BackendOptions options) {
        PostgresServer postgres = PostgresServer.start(options);
        try {
            return new EmbeddedBackend(postgres, RedisServerProcess.start(options));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Brings the database to the newest schema and lets the three roles log in. */
    public void migrate() {
        Migrations.migrate(dataSource(owner()), rolePasswords());
    }

    public DatabaseAddress database() {
        return postgres.address();
    }

    public Login owner() {
        return postgres.owner();
    }

    /** Valid after {@link #migrate()}. */
    public Login login(PipelineRole role) {
        return new Login(role.roleName(), owner().password());
    }

    /** For installing extension files and the like; the fleet itself never needs it. */
    public Login superuser() {
        return postgres.superuser();
    }

    /** Opens a new connection each time. */
    public DataSource dataSource(Login login) {
        return database().dataSource(login);
    }

    public String redisUrl() {
        return redis.url();
    }

    /** What one role has to know to reach the database, as PIPELINE_..._PASSWORD would tell the migration job. */
    public Map<PipelineRole, String> rolePasswords() {
        return Arrays.stream(PipelineRole.values())
                .collect(Collectors.toMap(
                        Function.identity(), role -> login(role).password()));
    }

    @Override
    public void close() {
        try {
            redis.close();
        } finally {
            postgres.close();
        }
    }
}
