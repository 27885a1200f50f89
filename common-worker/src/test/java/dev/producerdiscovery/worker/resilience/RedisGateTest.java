package dev.producerdiscovery.worker.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.RedisSystemException;

@Isolated("what the JVM logs is looked at")
class RedisGateTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);
    private final @Nullable Level level = logger.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Instant now = Instant.EPOCH;
    private final RedisGate gate =
            new RedisGate(new Outage("Redis", "The test goes on.", () -> now), () -> now, Duration.ofSeconds(5));

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(level);
    }

    private void refused(String words) {
        now = now.plusSeconds(5);
        assertThat(gate.ask(() -> {
                    throw new RedisSystemException("Error in execution", new RedisCommandExecutionException(words));
                }))
                .isEmpty();
    }

    private void answered() {
        now = now.plusSeconds(5);
        assertThat(gate.ask(() -> "PONG")).contains("PONG");
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void after_a_failure_nobody_asks_for_a_while() {
        refused("LOADING");

        assertThat(gate.ask(() -> "PONG")).isEmpty();
        assertThat(gate.closed()).isTrue();
        answered();
        assertThat(gate.closed()).isFalse();
    }

    @Test
    void who_is_given_one_node_of_a_cluster_is_told_what_to_give() {
        refused("MOVED 866 127.0.0.1:7001");

        assertThat(told()).singleElement().asString().contains("spring.data.redis.cluster.nodes");
    }

    @Test
    void an_outage_of_a_part_is_told_once_although_the_rest_answers() {
        for (int i = 0; i < 5; i++) {
            refused("NOPERM this user has no permissions to run the 'evalsha' command");
            answered();
        }
        assertThat(told()).singleElement().asString().contains("NOPERM");

        answered();

        assertThat(told()).last().asString().contains("Redis answers again");
    }
}
