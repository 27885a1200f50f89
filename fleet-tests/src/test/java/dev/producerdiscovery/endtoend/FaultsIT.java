package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CleanSlate.class)
class FaultsIT {

    private final RunningFleet fleet = RunningFleet.get();
    private final String artist = fleet.simulator().example();

    @Test
    void a_run_whose_providers_fail_now_and_then_ends_with_the_same_rows() {
        fleet.discovery().awaitEnd(fleet.discovery().start(artist));
        List<String> undisturbed = fleet.credits();
        List<String> profiles = fleet.profiles();
        assertThat(fleet.simulator().faults()).isZero();
        fleet.forgetResults();
        fleet.simulator().misbehave("*", Map.of("faultShare", 0.15, "malformedShare", 0.15));

        String run = fleet.discovery().start(artist);

        assertThat(fleet.discovery().awaitEnd(run).path("state").asString()).isEqualTo("complete");
        assertThat(fleet.simulator().faults())
                .as("calls that failed or were spoilt because they were meant to")
                .isGreaterThan(5);
        assertThat(fleet.credits()).isEqualTo(undisturbed);
        assertThat(fleet.profiles()).isEqualTo(profiles);
        assertThat(fleet.deadLetters()).isZero();
    }
}
