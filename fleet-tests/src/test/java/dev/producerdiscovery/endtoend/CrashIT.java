package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(3)
@ExtendWith(CleanSlate.class)
class CrashIT {

    private final RunningFleet fleet = RunningFleet.get();
    private final String artist = fleet.simulator().example();

    @Test
    void a_run_whose_services_were_all_killed_ends_with_the_same_rows() {
        fleet.discovery().awaitEnd(fleet.discovery().start(artist));
        List<String> undisturbed = fleet.credits();
        List<String> profiles = fleet.profiles();
        fleet.forgetResults();
        // Slow enough that the kills hit work in progress.
        for (String provider : List.of("spotify", "musicbrainz", "genius")) {
            fleet.simulator().misbehave(provider, Map.of("latencyMs", 100));
        }

        String run = fleet.discovery().start(artist);
        for (int kill = 0; kill < 3; kill++) {
            fleet.discovery()
                    .awaitProgress(run, progress -> progress.path("left").asInt(0) > 0);
            fleet.killServices();
            fleet.up();
        }
        fleet.simulator().reset();

        assertThat(fleet.discovery().awaitEnd(run).path("state").asString()).isEqualTo("complete");
        assertThat(fleet.credits()).isEqualTo(undisturbed);
        assertThat(fleet.profiles()).isEqualTo(profiles);
        assertThat(fleet.deadLetters()).isZero();
        assertThat(fleet.waitingMessages()).isZero();
    }

    @Test
    void a_run_survives_the_database_being_killed() {
        fleet.simulator().misbehave("genius", Map.of("latencyMs", 100));
        String run = fleet.discovery().start(artist);
        fleet.discovery().awaitProgress(run, progress -> progress.path("left").asInt(0) > 0);

        fleet.kill("backend");
        fleet.up();

        assertThat(fleet.discovery().awaitEnd(run).path("state").asString()).isEqualTo("complete");
        assertThat(fleet.deadLetters()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fleet.waitingMessages()).isZero());
    }
}
