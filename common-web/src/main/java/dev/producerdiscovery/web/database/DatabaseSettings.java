package dev.producerdiscovery.web.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When this process says that the database does not serve it.
 *
 * @param writes whether a server that takes no changes is of no use to it
 * @param usedUpAfter how long all connections are taken, without one that is given back, until nobody can be at work on
 *     them any more: longer than any statement may take
 * @param endAfter how long it stays so until the process ends
 */
@ConfigurationProperties("producer-discovery.database")
record DatabaseSettings(
        @DefaultValue("true") boolean writes,
        @DefaultValue("45s") Duration usedUpAfter,
        @DefaultValue("5m") Duration endAfter) {}
