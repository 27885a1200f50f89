package dev.producerdiscovery.web.database;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Part of the readiness, never of the liveness. A database that is away does not make a process unready: that would take
 * all of them out at once, and they answer that by themselves.
 */
final class ConnectionsHealth extends AbstractHealthIndicator {

    private final DatabaseWatch watch;

    ConnectionsHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Standing standing = watch.standing();
        (standing == Standing.USED_UP || standing == Standing.READ_ONLY ? builder.down() : builder.up())
                .withDetail("state", standing.label());
    }
}
