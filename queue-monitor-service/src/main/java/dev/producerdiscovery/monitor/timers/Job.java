package dev.producerdiscovery.monitor.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a job runs and how old its prey has to be; the values are in application.yml.
 *
 * @param schedule a cron expression with seconds, in UTC; {@code -} switches the job off
 * @param threshold only what is older is touched; whole minutes or, where a job counts in days, whole days
 */
record Job(String schedule, @DefaultValue("0s") Duration threshold) {

    /** Below it, under the job's name. */
    static final String PROPERTIES = "producer-discovery.monitor.timers.";
}
