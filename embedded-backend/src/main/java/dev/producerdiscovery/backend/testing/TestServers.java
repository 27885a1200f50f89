package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;

/** The PostgreSQL and the Redis behind the tests of a JVM. Its database is migrated, and the roles may log in. */
interface TestServers extends AutoCloseable {

    DatabaseAddress database();

    Login owner();

    Login superuser();

    Login login(PipelineRole role);

    String redisUrl();

    @Override
    void close();
}
