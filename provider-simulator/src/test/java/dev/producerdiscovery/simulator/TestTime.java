package dev.producerdiscovery.simulator;

import dev.producerdiscovery.simulator.traffic.Sleep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time in the test's hand. */
@TestConfiguration(proxyBeanMethods = false)
class TestTime {

    /** Lets no time pass and remembers how much should have. */
    record RecordedPauses(List<Duration> made) implements Sleep {

        @Override
        public void of(Duration duration) {
            if (duration.isPositive()) {
                made.add(duration);
            }
        }
    }

    @Bean
    @Primary
    ManualClock manualClock() {
        return new ManualClock();
    }

    @Bean
    @Primary
    RecordedPauses recordedPauses() {
        return new RecordedPauses(new CopyOnWriteArrayList<>());
    }
}
