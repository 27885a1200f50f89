package dev.producerdiscovery.worker.engine.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.engine.message.Body;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SolitudeTest {

    private final Solitude solitude = new Solitude(Duration.ofSeconds(10));
    private final Envelope first = suspect();
    private final Envelope second = suspect();

    private static Envelope suspect() {
        Delivery delivery =
                new Delivery("artist_discovery", 7, 2, 0, Instant.EPOCH, Optional.empty(), Optional.empty());
        TraceContext trace = new TraceContext("0".repeat(32), "0".repeat(16), "00");
        return new Envelope(delivery, new Body.Stored(), 0, false, 1, trace);
    }

    @Test
    void only_one_at_a_time_has_the_turn() throws InterruptedException {
        assertThat(solitude.take(first)).isTrue();
        assertThat(solitude.wanted()).isTrue();
        assertThat(solitude.take(second)).isFalse();
        assertThat(solitude.end(second)).isFalse();

        assertThat(solitude.<Boolean>alone(first, alone -> alone)).isTrue();

        assertThat(solitude.wanted()).isFalse();
        assertThat(solitude.take(second)).isTrue();
        assertThat(solitude.<Boolean>alone(second, alone -> alone)).isTrue();
    }

    @Test
    void whose_turn_was_ended_goes_on_beside_others_and_nobody_is_alone_meanwhile() throws InterruptedException {
        Solitude impatient = new Solitude(Duration.ZERO);
        impatient.take(first);

        boolean otherAlone = impatient.<Boolean>alone(first, alone -> {
            assertThat(impatient.end(first)).isTrue();
            assertThat(impatient.<Integer>beside(() -> 5)).isEqualTo(5);
            impatient.take(second);
            return aloneNow(impatient, second);
        });

        assertThat(otherAlone).isFalse();
        impatient.take(second);
        assertThat(aloneNow(impatient, second)).isTrue();
    }

    @Test
    void whose_turn_was_ended_before_it_began_is_not_alone() throws InterruptedException {
        solitude.take(first);
        solitude.end(first);

        assertThat(aloneNow(solitude, first)).isFalse();
        solitude.take(second);
        assertThat(aloneNow(solitude, second)).isTrue();
    }

    private static boolean aloneNow(Solitude solitude, Envelope message) {
        try {
            return solitude.<Boolean>alone(message, alone -> alone);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
