package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The quotas of a day: who may have how much of them, and what is learned when a provider says otherwise. */
class QuotasTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String provider = "provider-" + UUID.randomUUID();
    private final String big = UUID.randomUUID().toString();
    private final String small = UUID.randomUUID().toString();

    /** How many of the calls are allowed. */
    private long spend(@Nullable String run, int calls, int limit) {
        return IntStream.range(0, calls)
                .filter(call -> DB.isTrue(
                        "select allowed_at is null from worker_spend(?, 'album', interval '1 day', ?, ?::uuid, 0.8)",
                        provider,
                        limit,
                        run))
                .count();
    }

    private long spend(int calls, int limit) {
        return spend(null, calls, limit);
    }

    private @Nullable String refuse(String in) {
        return DB.text(
                "select worker_quota_refused(?, 'album', clock_timestamp() + ?::interval, 'the quota is spent')",
                provider,
                in);
    }

    private @Nullable String budget(String columns) {
        return DB.text("select concat_ws('|', " + columns + ") from provider_budgets where provider = ?", provider);
    }

    private void age(String by) {
        DB.execute("update provider_usage set slot = slot - ?::interval where provider = ?", by, provider);
    }

    private @Nullable String events(String type) {
        return DB.text(
                "select string_agg(details ->> 'used', ',' order by created_at) from monitoring_events"
                        + " where event_type = ? and details ->> 'provider' = ?",
                type,
                provider);
    }

    @Test
    void a_run_leaves_a_part_for_whoever_comes_later() {
        assertThat(spend(big, 30, 20)).isEqualTo(16);
        assertThat(spend(small, 30, 20)).as("four fifths of what is left").isEqualTo(3);
        assertThat(spend(UUID.randomUUID().toString(), 30, 20))
                .as("the last one")
                .isEqualTo(1);
        assertThat(spend(big, 1, 20)).isZero();
    }

    @Test
    void a_run_that_has_had_its_share_waits_alone() {
        spend(big, 30, 20);
        assertThat(DB.text(
                        "select concat_ws('|', share_is_spent, used, quota, allowed_at - date_trunc('minute', clock_timestamp())"
                                + " between interval '23 hours 59 minutes' and interval '24 hours 2 minutes')"
                                + " from worker_spend(?, 'album', interval '1 day', 20, ?::uuid, 0.8)",
                        provider,
                        big))
                .isEqualTo("t|16|20|t");
        assertThat(DB.text("select string_agg(correlation_id::text, ',') from run_waits where provider = ?", provider))
                .isEqualTo(big);
        assertThat(DB.number("select count(*) from worker_parks() where provider = ?", provider))
                .isZero();
    }

    @Test
    void a_run_goes_on_when_its_calls_leave_the_window() {
        spend(big, 16, 20);
        assertThat(spend(big, 1, 20)).isZero();
        age("25 hours");
        assertThat(spend(big, 1, 20)).isEqualTo(1);
        assertThat(DB.number("select count(*) from run_waits where provider = ?", provider))
                .isZero();
    }

    @Test
    void calls_of_no_run_are_kept_to_the_quota_only() {
        assertThat(spend(30, 20)).isEqualTo(20);
    }

    @Test
    void a_worker_of_the_last_release_still_counts() {
        assertThat(DB.text(
                        "select concat_ws('|', used, allowed_at is null)"
                                + " from worker_spend(?::text, ?::text, ?::bigint * interval '1 second', ?::integer)",
                        provider,
                        "album",
                        86400L,
                        2))
                .isEqualTo("1|t");
    }

    @Test
    void four_fifths_of_a_quota_are_told_once_a_window() {
        spend(30, 10);
        assertThat(events("budget_nearly_spent")).isEqualTo("8");
        age("25 hours");
        spend(30, 10);
        assertThat(events("budget_nearly_spent")).as("the same day").isEqualTo("8");
        age("25 hours");
        DB.execute("update provider_budgets set warned_at = warned_at - interval '1 day' where provider = ?", provider);
        spend(30, 10);
        assertThat(events("budget_nearly_spent")).isEqualTo("8,8");
    }

    @Test
    void a_quota_that_is_spent_sooner_than_configured_is_learned() {
        spend(7, 10);
        age("3 hours");
        assertThat(refuse("21 hours")).isEqualTo("6");
        assertThat(budget("learned_limit, parked_until > now() + interval '20 hours', reason"))
                .isEqualTo("6|t|the quota is spent");
        age("22 hours");
        assertThat(spend(30, 10)).isEqualTo(6);
        assertThat(budget("\"limit\"")).isEqualTo("6");
    }

    @Test
    void what_was_learned_is_tried_anew_after_a_week() {
        spend(7, 10);
        refuse("24 hours");
        DB.execute(
                "update provider_budgets set learned_at = learned_at - interval '8 days' where provider = ?", provider);
        assertThat(spend(30, 10)).isEqualTo(3);
    }

    @Test
    void a_wait_longer_than_the_window_is_kept_and_fits_our_count() {
        spend(7, 10);
        assertThat(refuse("40 hours")).isEqualTo("6");
        assertThat(budget("parked_until > now() + interval '39 hours'")).isEqualTo("t");
    }

    @Test
    void a_provider_that_opens_sooner_than_our_count_would_teaches_nothing() {
        spend(7, 10);
        assertThat(refuse("1 hour")).isNull();
        assertThat(budget("learned_limit is null, parked_until > now() + interval '59 minutes'"))
                .isEqualTo("t|t");
        DB.execute("update provider_budgets set parked_until = now() where provider = ?", provider);
        assertThat(spend(30, 10)).as("what is configured still holds").isEqualTo(3);
    }

    @Test
    void of_calls_that_were_under_way_when_the_quota_was_spent_each_that_is_refused_was_not_allowed() {
        spend(9, 10);
        assertThat(refuse("24 hours")).isEqualTo("8");
        assertThat(refuse("24 hours")).as("told once").isNull();
        assertThat(refuse("24 hours")).isNull();
        assertThat(budget("learned_limit")).isEqualTo("6");
    }

    @Test
    void a_refusal_of_what_was_learned_long_ago_teaches_nothing_else() {
        spend(7, 10);
        refuse("24 hours");
        DB.execute(
                "update provider_budgets set learned_at = learned_at - interval '1 hour' where provider = ?", provider);
        assertThat(refuse("24 hours")).isNull();
        assertThat(budget("learned_limit")).isEqualTo("6");
    }

    @Test
    void a_call_that_is_counted_tells_nobody_to_learn_the_parks_anew() throws SQLException {
        try (Connection connection = DB.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            spend(1, 10);
            statement.execute("listen provider_budgets");
            spend(3, 10);
            DB.execute("select pg_notify('provider_budgets', 'all')");
            assertThat(heardUntil("all", connection)).containsExactly("all");
        }
    }

    /** In the order in which it was told. */
    private static List<String> heardUntil(String last, Connection connection) throws SQLException {
        List<String> heard = new ArrayList<>();
        while (!heard.contains(last)) {
            PGNotification[] more = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(more).as("heard so far: %s", heard).isNotEmpty();
            Stream.of(more).map(PGNotification::getParameter).forEach(heard::add);
        }
        return heard;
    }

    @Test
    void where_nothing_was_counted_nothing_is_learned() {
        assertThat(refuse("24 hours")).isNull();
        assertThat(budget("parked_until > now() + interval '23 hours'")).isEqualTo("t");
    }
}
