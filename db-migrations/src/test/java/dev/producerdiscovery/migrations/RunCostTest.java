package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run is expected to cost, and how a run is shown that has had its share of a quota. */
class RunCostTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String run = UUID.randomUUID().toString();
    private final String name = "Glass Harbour " + UUID.randomUUID();

    @BeforeEach
    void all_is_open() {
        DB.execute("delete from provider_budgets");
        DB.execute("delete from provider_facts");
        DB.execute("delete from run_waits");
    }

    private void begin() {
        DB.execute("select begin_discovery_run(?::uuid, jsonb_build_object('artistName', ?::text))", run, name);
    }

    private String estimate() {
        return String.valueOf(DB.text(
                "select string_agg(concat_ws(' ', e ->> 'provider', e ->> 'bucket', e ->> 'calls', e ->> 'exact', e ->> 'used'), ', ')"
                        + " from jsonb_array_elements(discovery_run_progress(?::uuid) -> 'estimate') as e",
                run));
    }

    private String artist() {
        return String.valueOf(DB.text("insert into artists (name) values (?) returning id", name));
    }

    private void albums(String artist, int count, int tracks) {
        DB.execute("""
                with added as (
                    insert into albums (name, artist_id, metadata)
                    select 'Tide ' || n, ?::uuid, jsonb_build_object('total_tracks', ?::integer)
                    from generate_series(1, ?) as n
                    returning id, artist_id
                )
                insert into artist_albums (artist_id, album_id, album_group)
                select artist_id, id, 'album'
                from added
                """, artist, tracks, count);
    }

    @Test
    void a_run_of_an_unknown_artist_is_estimated_by_what_artists_cost_in_general() {
        begin();
        assertThat(estimate())
                .isEqualTo("spotify album 30 false, spotify artist-albums 3 false, spotify search 1 false,"
                        + " musicbrainz * 31 false, genius * 480 false");
    }

    @Test
    void a_run_of_a_known_artist_is_estimated_by_the_albums_that_are_known() {
        albums(artist(), 12, 10);
        begin();
        assertThat(estimate()).startsWith("spotify album 12 false, spotify artist-albums 2 false");
    }

    @Test
    void an_artist_that_is_named_by_id_is_looked_up_and_not_searched() {
        DB.execute("select begin_discovery_run(?::uuid, '{\"artistId\": \"4aUv3Gz0yXr8Kq1LmN5tPd\"}')", run);
        assertThat(estimate()).contains("spotify artist 1 false").doesNotContain("search");
    }

    @Test
    void outside_development_mode_pages_are_larger_and_albums_and_tracks_come_together() {
        DB.execute("insert into provider_facts (provider, fact, value) values ('spotify', 'mode', 'extended')");
        begin();
        assertThat(estimate())
                .startsWith("spotify albums 2 false, spotify artist-albums 1 false, spotify search 1 false,"
                        + " spotify tracks 6 false");

        DB.execute("select estimate_run(?::uuid, 43)", run);

        assertThat(estimate())
                .as("how many come together is not known before")
                .startsWith("spotify albums 3 false, spotify artist-albums 1 true, spotify search 1 true,"
                        + " spotify tracks 9 false");
    }

    @Test
    void once_the_albums_are_counted_the_estimate_is_exact() {
        begin();
        String artist = artist();
        DB.execute("select record_discovery_outcome(?::uuid, 'running', ?::uuid, null)", run, artist);
        albums(artist, 10, 120);

        assertThat(DB.isTrue("select estimate_run(?::uuid, 43)", run)).isTrue();

        assertThat(estimate())
                .startsWith("spotify album 43 true, spotify album-tracks 20 true, spotify artist-albums 5 true,"
                        + " spotify search 1 true");
    }

    @Test
    void what_a_run_has_used_is_shown_beside_what_it_was_expected_to() {
        begin();
        DB.execute("select worker_spend('spotify', 'album', interval '1 day', 100, ?::uuid, 0.8)", run);
        assertThat(estimate()).startsWith("spotify album 30 false 1,");
    }

    @Test
    void what_a_run_has_used_is_not_forgotten_when_its_calls_leave_the_window() {
        begin();
        DB.execute("select worker_spend('spotify', 'album', interval '1 day', 100, ?::uuid, 0.8)", run);
        DB.execute("update provider_usage set slot = slot - interval '25 hours' where correlation_id = ?::uuid", run);
        DB.execute("select worker_spend('spotify', 'album', interval '1 day', 100, ?::uuid, 0.8)", run);
        DB.execute("select estimate_run(?::uuid, 43)", run);
        assertThat(estimate()).startsWith("spotify album 43 true 2,");
    }

    @Test
    void there_is_no_estimate_of_no_run() {
        assertThat(DB.isTrue("select estimate_run(gen_random_uuid(), 7)")).isFalse();
    }

    @Test
    void a_run_that_has_had_its_share_says_so_and_another_does_not() {
        begin();
        DB.execute(
                "insert into run_waits (correlation_id, provider, bucket, until)"
                        + " values (?::uuid, 'spotify', 'album', '2199-01-02 03:04:05+00')",
                run);
        String other = UUID.randomUUID().toString();
        DB.execute("select begin_discovery_run(?::uuid, '{\"artistName\": \"Nova Quill\"}')", other);
        send("track_discovery", run);
        send("track_discovery", other);

        assertThat(state(run)).isEqualTo("waiting for spotify until 2199-01-02T03:04:05Z");
        assertThat(state(other)).isEqualTo("queued");
        assertThat(waits()).containsExactly("spotify|album|track_discovery|" + run + "|1");
    }

    @Test
    void while_all_runs_wait_each_message_is_counted_once() {
        DB.execute("select pgmq.purge_queue('track_discovery')");
        begin();
        DB.execute(
                "insert into run_waits (correlation_id, provider, bucket, until)"
                        + " values (?::uuid, 'spotify', 'album', '2199-01-02 03:04:05+00')",
                run);
        DB.execute(
                "insert into provider_budgets (provider, bucket, parked_until, reason) values ('spotify', 'album', '2199-01-01 00:00:00+00', 'the quota is spent')");
        send("track_discovery", run);
        send("track_discovery", run.toUpperCase(Locale.ROOT));
        send("track_discovery", "no id");
        DB.execute("select pg_enqueue('track_discovery', '{}')");
        assertThat(waits())
                .containsExactlyInAnyOrder(
                        "spotify|album|track_discovery|" + run + "|2", "spotify|album|track_discovery|2");

        DB.execute("update provider_budgets set bucket = '*'");
        assertThat(waits())
                .containsExactlyInAnyOrder("spotify|*|track_discovery|" + run + "|2", "spotify|*|track_discovery|2");
    }

    private static List<String> waits() {
        return DB.column(
                "select concat_ws('|', provider, bucket, queue_name, correlation_id, messages) from budget_waits()");
    }

    @Test
    void a_spent_bucket_holds_up_the_stages_that_call_it_and_no_other() {
        begin();
        send("album_discovery", run);
        DB.execute(
                "insert into provider_budgets (provider, bucket, parked_until, reason) values ('spotify', 'album', '2199-01-02 03:04:05+00', 'the quota is spent')");
        assertThat(state(run)).isEqualTo("queued");
        assertThat(DB.isTrue("select queue_is_held_back('track_discovery')")).isTrue();
        assertThat(DB.isTrue("select queue_is_held_back('album_discovery')")).isFalse();

        send("track_discovery", run);
        DB.execute(
                "insert into provider_budgets (provider, bucket, parked_until, reason) values ('spotify', 'artist-albums', '2199-01-01 00:00:00+00', 'the quota is spent')");
        assertThat(state(run)).startsWith("waiting for spotify until 2199-01-01");
    }

    private static void send(String queue, String run) {
        DB.execute("select pg_enqueue(?, jsonb_build_object('_correlationId', ?::text))", queue, run);
    }

    private static String state(String run) {
        return String.valueOf(DB.text("select discovery_run_progress(?::uuid) ->> 'state'", run));
    }
}
