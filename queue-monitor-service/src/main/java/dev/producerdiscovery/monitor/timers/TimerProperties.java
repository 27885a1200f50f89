package dev.producerdiscovery.monitor.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When each job runs and how old its prey has to be; the values are in application.yml. */
@ConfigurationProperties("producer-discovery.monitor.timers")
record TimerProperties(
        Job stuckMessages,
        Job queueFix,
        Job recommendations,
        Job staleEntities,
        Job processingStates,
        Job fullCleanup,
        Job scaling,
        Job purge,
        Job staleProducers) {

    /**
     * @param schedule a cron expression with seconds, in UTC; {@code -} switches the job off
     * @param threshold only what is older is touched; whole minutes or, where a job counts in days, whole days
     */
    record Job(String schedule, @DefaultValue("0s") Duration threshold) {}
}
