package dev.producerdiscovery.provider.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Examination;
import dev.producerdiscovery.provider.http.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class ProvidersHealthTest {

    private static final Examination FINE = new Examination(Condition.FINE, "");

    @Test
    void all_is_well_also_with_a_provider_that_has_no_key() {
        Health health = health(
                List.of(
                        new Standing("discogs", false, new Examination(Condition.FINE, "DISCOGS_TOKEN is not set")),
                        new Standing("spotify", true, FINE)),
                List.of());

        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(health.getDetails())
                .containsExactly(entry("discogs", "switched off: DISCOGS_TOKEN is not set"), entry("spotify", "fine"));
    }

    @Test
    void what_this_process_has_noticed_itself_comes_first() {
        Health health = health(
                List.of(new Standing("genius", true, new Examination(Condition.BLOCKED, "answered 401"))),
                List.of(check("genius", Condition.FINE, "")));

        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails()).containsExactly(entry("genius", "blocked: answered 401"));
    }

    @Test
    void what_another_process_has_noticed_is_shown_too() {
        Health health = health(
                List.of(new Standing("genius", true, FINE)),
                List.of(check("genius", Condition.CHANGED, "it lacks title"), check("spotify", Condition.DOWN, "x")));

        assertThat(health.getDetails()).containsExactly(entry("genius", "changed: it lacks title"));
    }

    private static Health health(List<Standing> standings, List<Check> checks) {
        Health health = new ProvidersHealth(() -> standings, () -> checks).health();
        assertThat(health).isNotNull();
        return health;
    }

    private static Check check(String provider, Condition condition, String detail) {
        return new Check(provider, new Examination(condition, detail), Instant.EPOCH, Instant.EPOCH);
    }
}
