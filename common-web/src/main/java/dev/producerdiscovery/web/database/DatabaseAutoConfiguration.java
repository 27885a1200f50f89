package dev.producerdiscovery.web.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Looks after the connections of a process that has a pool of them. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({HikariDataSource.class, HealthIndicator.class, MeterRegistry.class})
@ConditionalOnBean(HikariDataSource.class)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseAutoConfiguration {

    /** For whoever supervises the process: an end that was not asked for. */
    private static final int UNFIT = 70;

    @Bean
    DatabaseWatch databaseWatch(
            HikariDataSource pool, DatabaseSettings settings, ObjectProvider<MeterRegistry> meters) {
        InstantSource steady = () -> Instant.EPOCH.plusNanos(System.nanoTime());
        return new DatabaseWatch(
                pool,
                settings,
                new GivenBack(pool, meters),
                steady,
                () -> Runtime.getRuntime().exit(UNFIT));
    }

    @Bean
    HealthIndicator connectionsHealthIndicator(DatabaseWatch watch) {
        return new ConnectionsHealth(watch);
    }

    /** Before the pool's first connection, after which it takes no more settings. */
    @Bean
    static BeanPostProcessor readOnlyServers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getExceptionOverride() == null) {
                    pool.setExceptionOverride(new ReadOnlyServer(pool));
                }
                return bean;
            }
        };
    }
}
