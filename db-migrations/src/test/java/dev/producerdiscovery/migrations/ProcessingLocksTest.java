package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessingLocksTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String id = UUID.randomUUID().toString();

    private boolean acquire(String worker) {
        return DB.isTrue("select acquire_processing_lock('song', ?, 30, 'run', ?)", id, worker);
    }

    private boolean call(String function) {
        return DB.isTrue("select " + function + "('song', ?)", id);
    }

    private String status() {
        return String.valueOf(
                DB.text("select concat_ws('|', state, attempts) from processing_status where entity_id = ?", id));
    }

    private long locks() {
        return DB.number("select count(*) from processing_locks where entity_id = ?", id);
    }

    private void age(int minutes) {
        DB.execute(
                "update processing_status set last_processed_at = now() - make_interval(mins => ?) where entity_id = ?",
                minutes,
                id);
        DB.execute(
                "update processing_locks set last_heartbeat = now() - make_interval(mins => ?) where entity_id = ?",
                minutes,
                id);
    }

    @Test
    void an_unknown_entity_is_acquired_and_held() {
        assertThat(acquire("one")).isTrue();
        assertThat(acquire("two")).isFalse();
        assertThat(status()).isEqualTo("IN_PROGRESS|1");
        assertThat(DB.text(
                        "select concat_ws('|', worker_id, correlation_id, ttl_seconds) from processing_locks"
                                + " where entity_id = ?",
                        id))
                .isEqualTo("one|run|1800");
    }

    @Test
    void of_64_sessions_exactly_one_acquires() {
        AtomicInteger workers = new AtomicInteger();
        assertThat(Sessions.atOnce(64, () -> acquire("worker " + workers.incrementAndGet())))
                .containsOnlyOnce(true);
        assertThat(status()).isEqualTo("IN_PROGRESS|1");
    }

    @Test
    void of_64_sessions_exactly_one_recovers_what_timed_out() {
        acquire("dead");
        age(31);
        assertThat(Sessions.atOnce(64, () -> acquire("next"))).containsOnlyOnce(true);
        assertThat(status()).isEqualTo("IN_PROGRESS|2");
        assertThat(DB.isTrue(
                        "select metadata ?? 'recovered_at' and metadata ->> 'recoveries' = '1' from processing_status"
                                + " where entity_id = ?",
                        id))
                .isTrue();
    }

    @Test
    void what_is_in_progress_is_not_recovered_before_the_time_out_nor_under_a_heartbeat() {
        acquire("one");
        age(29);
        assertThat(acquire("two")).isFalse();
        age(40);
        assertThat(DB.isTrue("select update_lock_heartbeat('song', ?, 'one', 'run')", id))
                .isTrue();
        assertThat(acquire("two")).isFalse();
    }

    @Test
    void a_completed_entity_is_never_acquired_again() {
        acquire("one");
        assertThat(call("complete_processing")).isTrue();
        assertThat(call("complete_processing")).isFalse();
        assertThat(status()).isEqualTo("COMPLETED|1");
        assertThat(locks()).isZero();
        assertThat(acquire("two")).isFalse();
    }

    @Test
    void a_failed_entity_keeps_its_error_and_may_be_acquired_again() {
        acquire("one");
        assertThat(DB.isTrue("select fail_processing('song', ?, 'broken')", id)).isTrue();
        assertThat(DB.text("select last_error from processing_status where entity_id = ?", id))
                .isEqualTo("broken");
        assertThat(acquire("two")).isTrue();
        assertThat(status()).isEqualTo("IN_PROGRESS|2");
    }

    @Test
    void a_released_entity_is_pending_again() {
        acquire("one");
        assertThat(call("release_processing_lock")).isTrue();
        assertThat(call("release_processing_lock")).isFalse();
        assertThat(status()).isEqualTo("PENDING|1");
        assertThat(locks()).isZero();
        assertThat(acquire("two")).isTrue();
    }

    @Test
    void ending_what_was_never_begun_is_false() {
        assertThat(call("release_processing_lock")).isFalse();
        assertThat(call("complete_processing")).isFalse();
        assertThat(DB.isTrue("select fail_processing('song', ?, 'x')", id)).isFalse();
    }

    @Test
    void only_the_holder_can_give_a_sign_of_life() {
        acquire("one");
        assertThat(DB.isTrue("select update_lock_heartbeat('song', ?, 'two', 'run')", id))
                .isFalse();
        assertThat(DB.isTrue("select update_lock_heartbeat('song', ?, 'one', 'other run')", id))
                .isFalse();
        assertThat(DB.isTrue("select update_lock_heartbeat('song', 'unknown', 'one', 'run')"))
                .isFalse();
    }

    @Test
    void a_lock_is_claimed_only_when_its_time_to_live_has_passed() {
        acquire("one");
        String claim = "select claim_stale_lock('song', ?, 'two', 'run 2')";
        assertThat(DB.isTrue(claim, id)).isFalse();
        age(31);
        assertThat(DB.isTrue(claim, id)).isTrue();
        assertThat(DB.isTrue(claim, id)).isFalse();
        assertThat(DB.text(
                        "select concat_ws('|', worker_id, correlation_id) from processing_locks where entity_id = ?",
                        id))
                .isEqualTo("two|run 2");
    }

    @Test
    void of_64_claimants_exactly_one_wins() {
        acquire("dead");
        age(31);
        AtomicInteger workers = new AtomicInteger();
        assertThat(Sessions.atOnce(
                        64,
                        () -> DB.isTrue(
                                "select claim_stale_lock('song', ?, ?, 'run')",
                                id,
                                "worker " + workers.incrementAndGet())))
                .containsOnlyOnce(true);
    }

    @Test
    void a_lock_can_be_released_by_force_and_that_is_recorded() {
        acquire("one");
        assertThat(DB.json("select force_release_entity_lock('song', ?)", id)
                        .at("/previous_lock/worker_id")
                        .asString())
                .isEqualTo("one");
        assertThat(status()).isEqualTo("PENDING|1");
        assertThat(DB.json("select force_release_entity_lock('song', ?)", id)
                        .get("released")
                        .asBoolean())
                .isFalse();
        assertThat(DB.number(
                        "select count(*) from monitoring_events where event_type = 'lock_force_released'"
                                + " and details #>> '{previous_lock,entity_id}' = ?",
                        id))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acquire_processing_lock('', 'x')",
                "acquire_processing_lock('song', ' ')",
                "acquire_processing_lock(null, 'x')",
                "acquire_processing_lock('song', 'x', 0)",
                "acquire_processing_lock('song', 'x', -1)",
                "acquire_processing_lock('song', repeat('x', 1000000))",
                "release_processing_lock('song', '')",
                "complete_processing('', 'x')",
                "fail_processing('song', '', 'e')",
                "update_lock_heartbeat('', 'x', 'w', 'c')",
                "claim_stale_lock('song', 'x', '', 'c')",
                "force_release_entity_lock('song', '')",
            })
    void senseless_arguments_are_refused(String call) {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select " + call)).contains("p_");
    }

    @Test
    void hostile_ids_are_only_text() {
        String hostile = "'; drop table processing_locks; -- 夜";
        assertThat(DB.isTrue("select acquire_processing_lock('song', ?)", hostile))
                .isTrue();
        assertThat(DB.isTrue("select complete_processing('song', ?)", hostile)).isTrue();
    }
}
