package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;

/** The PostgreSQL and the Redis behind the tests of a JVM. */
interface TestServers extends AutoCloseable {

    DatabaseAddress database();

    Login owner();

    Login superuser();

    Login login(PipelineRole role);

    String redisUrl();

    /** Brings the database to the newest schema and lets the roles log in. */
    void migrate();

    @Override
    void close();
}
