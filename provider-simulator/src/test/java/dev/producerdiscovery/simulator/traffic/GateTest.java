package dev.producerdiscovery.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.ManualClock;
import dev.producerdiscovery.simulator.behaviour.BehaviourChange;
import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.behaviour.Fault;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import dev.producerdiscovery.simulator.behaviour.SpotifyTerms;
import dev.producerdiscovery.simulator.catalogue.Dice;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

    private final ManualClock clock = new ManualClock();
    private final Behaviours behaviours =
            new Behaviours(clock, Duration.ZERO, Map.of(), new SpotifyTerms(false, Duration.ofHours(1)));
    private final Gate gate = new Gate(behaviours, clock, Dice.of(1));

    @Test
    void a_sound_provider_lets_everything_pass() {
        assertThat(judge("search")).isEqualTo(new Treatment.Pass());
    }

    @Test
    void a_rate_refuses_until_the_oldest_call_leaves_the_window() {
        behaviours.change(SimulatedProvider.SPOTIFY, rate(2, 30));
        assertThat(judge("search")).isInstanceOf(Treatment.Pass.class);
        clock.pass(Duration.ofSeconds(10));
        assertThat(judge("albums/{id}")).isInstanceOf(Treatment.Pass.class);

        assertThat(judge("search"))
                .isEqualTo(new Treatment.Throttle(clock.instant().plusSeconds(20)));
        clock.pass(Duration.ofSeconds(20));
        assertThat(judge("search")).isInstanceOf(Treatment.Pass.class);
    }

    @Test
    void a_quota_counts_successes_of_one_endpoint_only() {
        behaviours.change(SimulatedProvider.SPOTIFY, quota(2, 600));
        gate.succeeded(SimulatedProvider.SPOTIFY, "search");
        gate.succeeded(SimulatedProvider.SPOTIFY, "search");

        assertThat(judge("search"))
                .isEqualTo(new Treatment.QuotaSpent(clock.instant().plusSeconds(600)));
        assertThat(judge("albums/{id}")).isInstanceOf(Treatment.Pass.class);
    }

    @Test
    void after_the_ban_the_quota_is_fresh() {
        behaviours.change(SimulatedProvider.SPOTIFY, quota(1, 600));
        gate.succeeded(SimulatedProvider.SPOTIFY, "search");
        judge("search");

        clock.pass(Duration.ofSeconds(599));
        assertThat(judge("search")).isInstanceOf(Treatment.QuotaSpent.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(judge("search")).isInstanceOf(Treatment.Pass.class);
    }

    @Test
    void throttling_ends_when_the_stated_time_is_over() {
        behaviours.change(SimulatedProvider.SPOTIFY, fault(Fault.THROTTLED, 60));

        assertThat(judge("search"))
                .isEqualTo(new Treatment.Throttle(clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofSeconds(60));
        assertThat(judge("search")).isInstanceOf(Treatment.Pass.class);
    }

    @Test
    void a_share_of_faults_comes_by_chance_and_near_the_share() {
        behaviours.change(
                SimulatedProvider.SPOTIFY,
                new BehaviourChange(null, null, null, 0.2, null, null, null, null, null, null, null));

        long failed = IntStream.range(0, 2_000)
                .filter(i -> !(judge("search") instanceof Treatment.Pass))
                .count();

        assertThat(failed).isBetween(300L, 500L);
    }

    private Treatment judge(String endpoint) {
        return gate.judge(SimulatedProvider.SPOTIFY, endpoint);
    }

    private static BehaviourChange rate(int calls, int seconds) {
        return new BehaviourChange(null, null, null, null, null, null, calls, seconds, null, null, null);
    }

    private static BehaviourChange quota(int calls, int banSeconds) {
        return new BehaviourChange(null, null, null, null, null, null, null, null, calls, null, banSeconds);
    }

    private static BehaviourChange fault(Fault fault, int retryAfterSeconds) {
        return new BehaviourChange(fault, null, retryAfterSeconds, null, null, null, null, null, null, null, null);
    }
}
