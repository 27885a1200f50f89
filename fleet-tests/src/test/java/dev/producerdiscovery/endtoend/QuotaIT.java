package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@Order(Integer.MAX_VALUE) // leaves services that know Spotify in Development Mode
@ExtendWith(CleanSlate.class)
class QuotaIT {

    private static final int BAN_SECONDS = 25;

    private final RunningFleet fleet = RunningFleet.get();

    @Test
    void a_spent_quota_is_waited_for_over_a_restart_while_everything_else_goes_on() {
        // Where each album is a call, so that the artist has more of them than the quota has calls.
        fleet.simulator().developmentMode();
        fleet.simulator().misbehave("spotify", Map.of("quota", 4, "quotaBanSeconds", BAN_SECONDS));
        String run = fleet.discovery().startAnew(fleet.simulator().example());

        JsonNode waiting = fleet.discovery()
                .awaitProgress(
                        run, progress -> progress.path("state").asString("").startsWith("waiting for spotify until"));
        Instant until =
                Instant.parse(waiting.path("waiting").path(0).path("until").asString());
        assertThat(until).isAfter(Instant.now());
        assertThat(waiting.path("waiting").path(0).path("reason").asString()).contains("quota");
        JsonNode other = fleet.discovery().awaitEnd(fleet.discovery().start("Qqzz Vvxkk Nobody"));
        assertThat(other.path("state").asString())
                .as("what needs no call of the spent quota")
                .isEqualTo("not_found");

        // From here on Spotify would answer, and notes whoever asks before he was told to.
        fleet.simulator().misbehave("spotify", Map.of("quota", 0));
        fleet.killServices();
        fleet.flushRedis();
        fleet.up();

        JsonNode end = fleet.discovery().awaitEnd(run);
        assertThat(end.path("state").asString()).isEqualTo("complete");
        assertThat(Instant.parse(end.path("finishedAt").asString())).isAfter(until);
        assertThat(fleet.simulator().stats().path("early_calls").path("spotify").asInt(0))
                .isZero();
        assertThat(fleet.deadLetters()).isZero();
        assertThat(fleet.database()
                        .sql("select count(*) from pgmq.a_track_discovery where headers -> 'failures' is not null")
                        .query(Long.class)
                        .single())
                .as("attempts that the wait has cost")
                .isZero();
    }
}
