package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Order(2)
@ExtendWith(CleanSlate.class)
class OutageIT {

    private final RunningFleet fleet = RunningFleet.get();

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("down", Map.of("fault", "DOWN")),
                Arguments.of("answering 500", Map.of("fault", "ERROR", "status", 500)),
                Arguments.of("answering a web page", Map.of("fault", "HTML")),
                Arguments.of("answering 429", Map.of("fault", "THROTTLED", "retryAfterSeconds", 8)));
    }

    @ParameterizedTest(name = "spotify {0}")
    @MethodSource("outages")
    void a_run_waits_for_its_provider_says_so_and_goes_on_by_itself(String name, Map<String, ?> fault) {
        fleet.simulator().misbehave("spotify", fault);

        String run = fleet.discovery().start(fleet.simulator().example());
        JsonNode waiting = fleet.discovery()
                .awaitProgress(
                        run, progress -> progress.path("state").asString("").startsWith("waiting for spotify until"));
        assertThat(waiting.path("waiting").path(0).path("provider").asString()).isEqualTo("spotify");
        assertThat(waiting.path("waiting").path(0).path("reason").asString()).isNotBlank();
        fleet.simulator().misbehave("spotify", Map.of("fault", "NONE"));

        assertThat(fleet.discovery().awaitEnd(run).path("state").asString()).isEqualTo("complete");
        assertThat(fleet.deadLetters()).isZero();
    }
}
