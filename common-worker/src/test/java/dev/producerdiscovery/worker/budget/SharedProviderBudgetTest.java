package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedProviderBudgetTest extends Replicas {

    @Test
    void a_park_stops_every_replica_and_survives_a_restart() {
        replica().park(provider, ProviderBudget.ALL_BUCKETS, inAnHour, "banned");

        assertThat(refused(replica(), "album").until()).isEqualTo(inAnHour);
        assertThat(refused(replica(), "album")).hasMessageContaining("banned");
    }

    @Test
    void a_park_of_one_bucket_leaves_the_others_open() {
        replica().park(provider, "album", inAnHour, "quota");

        ProviderBudget other = replica();
        assertThatCode(() -> other.acquire(provider, "track")).doesNotThrowAnyException();
        assertThat(refused(other, "album").until()).isEqualTo(inAnHour);
        assertThat(other.availableAt(provider)).isEqualTo(Instant.MIN);
    }

    @Test
    void a_later_park_never_shortens_an_earlier_one() {
        ProviderBudget budget = replica();
        budget.park(provider, "*", inAnHour, "long");
        budget.park(provider, "*", Instant.now().plusSeconds(5), "short");

        assertThat(budget.availableAt(provider)).isEqualTo(inAnHour);
        assertThat(refused(replica(), "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void the_first_answer_ends_an_outage_everywhere() {
        ProviderBudget budget = replica();
        budget.parkForOutage(provider, inAnHour, "connection refused");
        assertThat(refused(replica(), "any")).isNotNull();

        budget.answered(provider);

        assertThat(budget.availableAt(provider)).isEqualTo(Instant.MIN);
        ProviderBudget other = replica();
        assertThatCode(() -> other.acquire(provider, "any")).doesNotThrowAnyException();
    }

    @Test
    void an_answer_does_not_end_a_ban_not_even_one_with_an_outage_in_it() {
        ProviderBudget budget = replica();
        budget.park(provider, "*", inAnHour, "banned");
        budget.parkForOutage(provider, Instant.now().plusSeconds(10), "time-out");

        budget.answered(provider);

        assertThat(refused(replica(), "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void a_park_that_comes_while_a_call_waits_for_its_turn_is_obeyed() {
        ProviderBudget other = replica();
        ProviderBudget waiting = replica(
                rate("1/s"),
                duration -> {
                    other.park(provider, "*", inAnHour, "too many requests");
                    return true;
                },
                this::shared);
        waiting.acquire(provider, "any");

        assertThat(refused(waiting, "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void replicas_share_one_rate() {
        ProviderBudget one = replica(rate("2/s"), recording, this::shared);
        ProviderBudget other = replica(rate("2/s"), recording, this::shared);

        for (int i = 0; i < 3; i++) {
            one.acquire(provider, "any");
            other.acquire(provider, "any");
        }

        // Six calls at two a second: the first at once, the last two and a half seconds later at the earliest. The
        // waits were only noted and not waited, so the last of them is the whole time but for what the calls took.
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(500), Duration.ofMillis(2600));
        assertThat(waits).hasSize(5);
    }

    @Test
    void without_redis_a_replica_keeps_to_its_own_share() {
        ProviderBudget alone = replica(rate("10/s"), recording, SharedProviderBudgetTest::unreachable);

        alone.acquire(provider, "any");
        alone.acquire(provider, "any");

        // A fifth of ten a second is one call in half a second; the waits were only noted.
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(400), Duration.ofMillis(520));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(700), Duration.ofMillis(1_040));
    }

    @Test
    void a_wait_longer_than_a_handler_should_hold_its_slot_is_refused() {
        ProviderBudget slow = replica(rate("1/60s"), recording, this::shared);
        slow.acquire(provider, "any");

        assertThat(refused(slow, "any")).hasMessageContaining("rate");
    }

    @Test
    void a_provider_that_is_switched_off_is_never_available() {
        ProviderBudget budget = replica();
        budget.disable(provider, "no key is configured");

        assertThat(budget.availableAt(provider)).isEqualTo(Instant.MAX);
        assertThat(refused(budget, "any")).hasMessageContaining("no key");
    }

    @Test
    void settings_that_make_no_sense_name_the_property_and_the_value() {
        assertThatThrownBy(() -> rate("fast"))
                .hasMessageContaining("producer-discovery.budget.rates." + provider)
                .hasMessageContaining("fast");
        assertThatThrownBy(() -> new BudgetSettings(Map.of(), Map.of(), 2, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("fallback-share");
    }
}
