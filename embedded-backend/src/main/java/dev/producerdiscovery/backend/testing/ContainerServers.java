package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The servers as production has them: PostgreSQL with the genuine PGMQ extension, and a current Redis. */
record ContainerServers(GenericContainer<?> postgres, GenericContainer<?> redis) implements TestServers {

    private static final String NAME = "producer_discovery";
    private static final String PASSWORD = "local";

    static ContainerServers start(BiConsumer<DataSource, Map<PipelineRole, String>> migration) {
        GenericContainer<?> postgres = new GenericContainer<>("ghcr.io/pgmq/pg18-pgmq:v1.11.1")
                .withEnv("POSTGRES_USER", NAME)
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withEnv("POSTGRES_DB", NAME)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                .withExposedPorts(5432)
                // The first time is the server that the image initialises itself with.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
        GenericContainer<?> redis = new GenericContainer<>("redis:8-alpine")
                .withCommand("redis-server", "--save", "", "--databases", "4096")
                .withExposedPorts(6379)
                .waitingFor(Wait.forListeningPort());
        postgres.start();
        redis.start();
        ContainerServers servers = new ContainerServers(postgres, redis);
        migration.accept(
                servers.database().dataSource(servers.owner()),
                Arrays.stream(PipelineRole.values()).collect(Collectors.toMap(Function.identity(), role -> PASSWORD)));
        return servers;
    }

    @Override
    public DatabaseAddress database() {
        return new DatabaseAddress(postgres.getHost(), postgres.getMappedPort(5432), NAME);
    }

    @Override
    public Login owner() {
        return new Login(NAME, PASSWORD);
    }

    /** In the image the owner is the superuser. */
    @Override
    public Login superuser() {
        return owner();
    }

    @Override
    public Login login(PipelineRole role) {
        return new Login(role.roleName(), PASSWORD);
    }

    @Override
    public String redisUrl() {
        return "redis://" + redis.getHost() + ":" + redis.getMappedPort(6379);
    }

    @Override
    public void close() {
        redis.stop();
        postgres.stop();
    }
}
