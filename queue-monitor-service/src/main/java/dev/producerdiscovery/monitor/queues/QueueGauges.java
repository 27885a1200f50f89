package dev.producerdiscovery.monitor.queues;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Depth and age of every queue as metrics. */
@Component
class QueueGauges {

    private static final Logger log = LoggerFactory.getLogger(QueueGauges.class);

    private final Queues queues;
    private final MultiGauge messages;
    private final MultiGauge ages;
    private boolean databaseAway;

    QueueGauges(Queues queues, MeterRegistry registry) {
        this.queues = queues;
        this.messages = MultiGauge.builder("producer.discovery.queue.messages")
                .description("Messages of a queue by what they are doing")
                .register(registry);
        this.ages = MultiGauge.builder("producer.discovery.queue.oldest.age")
                .description("How long the message that waits longest has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${producer-discovery.monitor.gauges-every}")
    void refresh() {
        try {
            List<QueueState> states = queues.all();
            messages.register(states.stream().flatMap(QueueGauges::counts).toList(), true);
            ages.register(states.stream().map(QueueGauges::age).toList(), true);
            if (databaseAway) {
                log.info("Queue metrics are read again");
            }
            databaseAway = false;
        } catch (DataAccessException e) {
            // No figure rather than an old one, which would look as if all stood still.
            messages.register(List.of(), true);
            ages.register(List.of(), true);
            if (!databaseAway) {
                log.warn("Queue metrics are missing until the database answers again: {}", e.getMessage());
            }
            databaseAway = true;
        }
    }

    private static Stream<Row<?>> counts(QueueState queue) {
        return Stream.of(
                count(queue, "visible", queue.visible()),
                count(queue, "in_flight", queue.inFlight()),
                count(queue, "delayed", queue.delayed()),
                count(queue, "stuck", queue.stuck()),
                count(queue, "dead", queue.dead()));
    }

    private static Row<?> count(QueueState queue, String state, long messages) {
        return Row.of(Tags.of("queue", queue.name(), "state", state), messages);
    }

    private static Row<?> age(QueueState queue) {
        return Row.of(Tags.of("queue", queue.name()), queue.oldestAgeSeconds());
    }
}
