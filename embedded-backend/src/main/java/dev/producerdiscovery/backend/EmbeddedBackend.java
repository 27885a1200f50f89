package dev.producerdiscovery.backend;

import dev.producerdiscovery.migrations.Migrations;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Redis as processes of their own, on loopback only. They end with {@link #close()} or with the JVM; what a
 * killed JVM leaves behind on a kept folder is ended by the next start there.
 *
 * <p>Every user of the servers has a password of its own. Those of a kept backend lie beside the data, readable by this
 * user only.
 *
 * <p>Holds one database, {@code producer_discovery}, owned by a user of the same name that is no superuser. It is empty
 * until {@link #migrate()}.
 */
public final class EmbeddedBackend implements AutoCloseable {

    private final PostgresServer postgres;
    private final RedisServerProcess redis;
    private final @Nullable Path temporary;
    private final Thread endWithJvm = new Thread(this::stop, "stop-backend");

    private EmbeddedBackend(PostgresServer postgres, RedisServerProcess redis, @Nullable Path temporary) {
        this.postgres = postgres;
        this.redis = redis;
        this.temporary = temporary;
    }

    /**
     * Starts both servers and waits until they answer, about 2 s on a fresh folder and half a second on a kept one. The
     * first start of a user unpacks their programs, which takes some seconds more.
     *
     * @throws BackendException when one of them does not start; the other is stopped again
     */
    public static EmbeddedBackend start(BackendOptions options) {
        Path kept = options.dataFolder();
        Path folder;
        Passwords passwords;
        List<String> users = new ArrayList<>(PostgresServer.users());
        users.add(RedisServerProcess.USER);
        try {
            folder = kept == null ? Files.createTempDirectory("producer-discovery") : PrivateFiles.folder(kept);
            passwords =
                    kept == null ? Passwords.ofThisMoment(users) : Passwords.keptIn(kept.resolve("passwords"), users);
        } catch (IOException e) {
            throw new BackendException("The folder of the database cannot be used", e);
        }
        PostgresServer postgres = PostgresServer.start(options, folder, passwords);
        try {
            RedisServerProcess redis = RedisServerProcess.start(options, folder, passwords);
            EmbeddedBackend backend = new EmbeddedBackend(postgres, redis, kept == null ? folder : null);
            Runtime.getRuntime().addShutdownHook(backend.endWithJvm);
            return backend;
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
        return postgres.login(PostgresServer.OWNER);
    }

    /** Valid after {@link #migrate()}. */
    public Login login(PipelineRole role) {
        return postgres.login(role.roleName());
    }

    /** For installing extension files and the like; the fleet itself never needs it. */
    public Login superuser() {
        return postgres.login(PostgresServer.SUPERUSER);
    }

    /** Opens a new connection each time. */
    public DataSource dataSource(Login login) {
        return database().dataSource(login);
    }

    /** With the password in it: not for logs. */
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
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException e) {
            // The JVM is ending and stops them itself; to do it here too does no harm.
            stop();
            return;
        }
        stop();
    }

    private synchronized void stop() {
        try {
            redis.close();
        } finally {
            postgres.close();
        }
        if (temporary != null) {
            try {
                PrivateFiles.delete(temporary);
            } catch (IOException e) {
                throw new BackendException("The temporary folder " + temporary + " could not be deleted", e);
            }
        }
    }
}
