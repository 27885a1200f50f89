package dev.producerdiscovery.monitor.timers;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
                        .usingDbTime()
                        .build()));
    }

    @Bean
    List<Timer> timers(TimerProperties properties, Maintenance maintenance) {
        return List.of(
                Timer.of("stuck-messages", properties.stuckMessages(), maintenance::resetStuckMessages),
                Timer.of("queue-fix", properties.queueFix(), maintenance::fixQueues),
                Timer.of("recommendations", properties.recommendations(), maintenance::reportHealth),
                Timer.of("stale-entities", properties.staleEntities(), maintenance::clearStaleEntities),
                Timer.of("processing-states", properties.processingStates(), maintenance::clearStaleEntities),
                Timer.of("full-cleanup", properties.fullCleanup(), maintenance::clearStaleEntities),
                Timer.of("scaling", properties.scaling(), maintenance::recommendScaling),
                Timer.of("purge", properties.purge(), maintenance::purge),
                Timer.of("stale-producers", properties.staleProducers(), maintenance::enrichStaleProducers));
    }

    @Bean
    SchedulingConfigurer schedule(List<Timer> timers, TimerRunner runner) {
        return registrar -> timers.stream()
                .filter(timer -> !timer.schedule().equals("-"))
                .map(timer -> new CronTask(() -> runner.run(timer), new CronTrigger(timer.schedule(), ZoneOffset.UTC)))
                .forEach(registrar::addCronTask);
    }
}
