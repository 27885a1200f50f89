package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** The PostgreSQL and the Redis behind the tests of a JVM. */
interface TestServers extends AutoCloseable {

    DatabaseAddress database();

    Login owner();

    Login superuser();

    Login login(PipelineRole role);

    String redisUrl();

    /** Brings the database to a schema and lets the roles log in: as its owner, with the roles' passwords. */
    void migrate(BiConsumer<DataSource, Map<PipelineRole, String>> migration);

    @Override
    void close();
}
