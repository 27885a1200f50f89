package dev.producerdiscovery.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.Backend;
import java.net.URI;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CleanSlate.class)
class SecretsIT {

    /** How the simulator begins every access token that it issues. */
    private static final String ACCESS_TOKEN = "BQsim-";

    /** How the client's id and secret travel. */
    private static final String BASIC = Base64.getEncoder()
            .encodeToString(("simulated:" + RunningFleet.KEYS.get(RunningFleet.SPOTIFY_SECRET)).getBytes(UTF_8));

    private final RunningFleet fleet = RunningFleet.get();

    @Test
    void no_key_token_or_password_of_a_run_is_found_anywhere() {
        fleet.simulator().misbehave("*", Map.of("faultShare", 0.15, "malformedShare", 0.05));
        // Tokens of this run are refused in the middle of it.
        Http.post(fleet.addresses().simulator() + "/_faults", Map.of("tokenLifeSeconds", 2));

        String run = fleet.discovery().start(fleet.simulator().example());
        assertThat(fleet.discovery().awaitEnd(run).path("state").asString()).isEqualTo("complete");

        assertThat(fleet.search().find(run))
                .as("the search finds what is there")
                .contains("public.run_outcomes", "pgmq.a_track_discovery", "queue-monitor-service/runs");
        assertThat(fleet.search().find("WorkerEngine")).contains("track-discovery-service.log");
        Backend backend = fleet.addresses().backend();
        Stream.of(
                        RunningFleet.KEYS.values(),
                        backend.rolePasswords().values(),
                        List.of(
                                BASIC,
                                ACCESS_TOKEN,
                                backend.password(),
                                URI.create(backend.redisUrl()).getUserInfo().replaceFirst(".*:", "")))
                .flatMap(Collection::stream)
                .forEach(secret -> assertThat(fleet.search().find(secret))
                        .as(secret.substring(0, 5) + "…")
                        .isEmpty());
    }
}
