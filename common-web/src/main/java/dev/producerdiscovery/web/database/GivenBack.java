package dev.producerdiscovery.web.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;

/**
 * How many connections a pool was given back so far. The pool tells it to its metrics only, and to one tracker only, which is
 * Micrometer's; without metrics it is always 0.
 *
 * @param meters asked late, because the pool joins them when everything else is there
 */
record GivenBack(HikariDataSource pool, ObjectProvider<MeterRegistry> meters) implements LongSupplier {

    @Override
    public long getAsLong() {
        MeterRegistry registry = meters.getIfAvailable();
        return registry == null
                ? 0
                : registry.find("hikaricp.connections.usage").tag("pool", pool.getPoolName()).timers().stream()
                        .mapToLong(Timer::count)
                        .sum();
    }
}
