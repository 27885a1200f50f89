package dev.producerdiscovery.monitor.timers;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.sql.DatabaseProduct;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.support.CronTrigger;

/** Which jobs there are, and their clock. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** By the database's clock, because replicas' clocks differ. */
    @Bean
    LockingTaskExecutor locks(DataSource dataSource) {
        return new DefaultLockingTaskExecutor(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(dataSource))
                        // Else the first timer asks the database, and when that is away every timer fails from then on.
                        .withDatabaseProduct(DatabaseProduct.POSTGRES_SQL)
                        .usingDbTime()
                        .build()));
    }

    @Bean
    List<Timer> timers(Environment environment, Maintenance maintenance) {
        Binder jobs = Binder.get(environment);
        return List.of(
                timer("stuck-messages", jobs, maintenance::resetStuckMessages),
                timer("queue-fix", jobs, maintenance::fixQueues),
                timer("recommendations", jobs, maintenance::reportHealth),
                timer("stale-entities", jobs, maintenance::clearStaleEntities),
                timer("processing-states", jobs, maintenance::clearStaleEntities),
                timer("full-cleanup", jobs, maintenance::clearStaleEntities),
                timer("scaling", jobs, maintenance::recommendScaling),
                timer("purge", jobs, maintenance::purge),
                timer("stale-producers", jobs, maintenance::enrichStaleProducers));
    }

    @Bean
    SchedulingConfigurer schedule(List<Timer> timers, TimerRunner runner) {
        return registrar -> timers.stream()
                .filter(timer -> !timer.schedule().equals("-"))
                .map(timer -> new CronTask(() -> runner.run(timer), new CronTrigger(timer.schedule(), ZoneOffset.UTC)))
                .forEach(registrar::addCronTask);
    }

    private static Timer timer(String name, Binder jobs, Function<Duration, String> work) {
        Job job = jobs.bind(Job.PROPERTIES + name, Job.class)
                .orElseThrow(() -> new IllegalStateException(Job.PROPERTIES + name + " says nothing of when it runs"));
        return Timer.of(name, job, work);
    }
}
