package dev.producerdiscovery.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.ManualClock;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final ManualClock clock = new ManualClock();
    private final Ledger ledger = new Ledger(clock);

    @Test
    void a_call_before_the_stated_wait_is_over_is_early() {
        ledger.toldToWait(SimulatedProvider.SPOTIFY, clock.instant().plusSeconds(60));
        clock.pass(Duration.ofSeconds(59));
        ledger.arrived(SimulatedProvider.SPOTIFY, "search");

        assertThat(ledger.early()).isEqualTo(Map.of("spotify", 1));
    }

    @Test
    void a_call_that_was_on_its_way_already_is_not_early() {
        ledger.toldToWait(SimulatedProvider.SPOTIFY, clock.instant().plusSeconds(60));
        clock.pass(Duration.ofMillis(400));
        ledger.arrived(SimulatedProvider.SPOTIFY, "search");

        assertThat(ledger.early()).isEmpty();
    }

    @Test
    void a_call_after_the_wait_is_not_early() {
        ledger.toldToWait(SimulatedProvider.SPOTIFY, clock.instant().plusSeconds(60));
        clock.pass(Duration.ofSeconds(60));
        ledger.arrived(SimulatedProvider.SPOTIFY, "search");

        assertThat(ledger.early()).isEmpty();
    }

    @Test
    void a_wait_for_one_endpoint_does_not_hold_for_the_others() {
        ledger.toldToWait(SimulatedProvider.SPOTIFY, "search", clock.instant().plusSeconds(60));
        clock.pass(Duration.ofSeconds(10));
        ledger.arrived(SimulatedProvider.SPOTIFY, "albums/{id}");
        ledger.arrived(SimulatedProvider.SPOTIFY, "search");

        assertThat(ledger.early()).isEqualTo(Map.of("spotify", 1));
    }

    @Test
    void calls_for_different_ids_count_together() {
        assertThat(Endpoints.of("/spotify/v1/artists/" + "a".repeat(22) + "/albums"))
                .isEqualTo("artists/{id}/albums");
        assertThat(Endpoints.of("/musicbrainz/ws/2/isrc/XXABC2500001")).isEqualTo("isrc/{id}");
        assertThat(Endpoints.of("/genius/songs/100231")).isEqualTo("songs/{id}");
        assertThat(Endpoints.of("/spotify-accounts/api/token")).isEqualTo("token");
    }

    @Test
    void whatever_is_asked_for_the_counts_stay_bounded() {
        ledger.answered(SimulatedProvider.GENIUS, Endpoints.of("/genius/" + "x".repeat(5_000)), "404");
        for (int i = 0; i < 3_000; i++) {
            ledger.answered(SimulatedProvider.GENIUS, Endpoints.of("/genius/thing" + i), "404");
            ledger.refused(SimulatedProvider.SPOTIFY, "thing" + i);
        }
        ledger.answered(SimulatedProvider.GENIUS, "search", "200");
        ledger.answered(SimulatedProvider.SPOTIFY, "search", "200");

        assertThat(ledger.calls())
                .hasSizeLessThan(1_010)
                .containsEntry("genius (others) 200", 1)
                .containsEntry("spotify (others) 200", 1);
        assertThat(ledger.refusals()).hasSizeLessThan(1_010).containsEntry("spotify (others)", 2_000);
        assertThat(ledger.calls().keySet()).allSatisfy(kind -> assertThat(kind).hasSizeLessThan(60));
    }
}
