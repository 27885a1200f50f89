package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunProgressTest extends BegunRun {

    private void finish(String queue, long id) {
        assertThat(DB.isTrue("select pgmq_archive(?, ?)", queue, id)).isTrue();
    }

    private JsonNode progress() {
        return DB.json("select discovery_run_progress(?::uuid)", run);
    }

    /** What the document and the view say, which is the same at any moment. */
    private String state() {
        JsonNode progress = progress();
        assertThat(DB.json("select to_jsonb(r) from discovery_runs r where r.correlation_id = ?", run)
                        .get("state"))
                .isEqualTo(progress.get("state"));
        return progress.get("state").asString();
    }

    private void artistFound() {
        DB.execute("select record_discovery_outcome(?::uuid, 'running', ?::uuid, null)", run, artist);
    }

    private static void park(String provider) {
        DB.execute(
                "insert into provider_budgets (provider, parked_until, reason)"
                        + " values (?, '2199-01-02 03:04:05+00', 'quota')",
                provider);
    }

    @Test
    void a_run_goes_from_queued_over_running_to_complete() {
        long first = send("artist_discovery");
        assertThat(state()).isEqualTo("queued");

        artistFound();
        long albums = send("album_discovery");
        finish("artist_discovery", first);
        assertThat(state()).isEqualTo("running");
        assertThat(progress().get("finished_at").isNull()).isTrue();
        assertThat(progress().get("artist_name").asString()).isEqualTo("Glass Harbour");
        assertThat(progress().get("artist_id").asString()).isEqualTo(artist);

        finish("album_discovery", albums);
        assertThat(state()).isEqualTo("complete");
        assertThat(progress().get("finished_at").isNull()).isFalse();
    }

    @Test
    void a_run_says_what_was_left_out_of_its_artist() {
        artistFound();
        assertThat(progress().get("notes").isEmpty()).isTrue();

        DB.execute("select record_artist_lookup(?::uuid, 'musicbrainz', 'a1', now())", artist);
        DB.execute("select record_source_artist('musicbrainz', 'a1', '[]', '{}', 4000, now())");

        assertThat(progress().get("notes").get(0).asString())
                .startsWith(
                        "musicbrainz has too many recordings of Glass Harbour to read them all: 4000 were left out");
    }

    @Test
    void a_run_is_complete_when_what_it_found_is_added_up() {
        long only = send("artist_discovery");
        artistFound();
        // As a settlement does: the note and the end of its message are of one transaction.
        DB.isTrue(
                "with noted as (insert into stale_summaries (producer_id) values (gen_random_uuid()))"
                        + " select pgmq_archive('artist_discovery', ?)",
                only);
        assertThat(state()).isEqualTo("running");
        assertThat(progress().get("finished_at").isNull()).isTrue();

        DB.number("select summarise_stale(100)");

        assertThat(state()).isEqualTo("complete");
    }

    @Test
    void every_stage_tells_what_is_pending_in_flight_done_and_dead() {
        for (int n = 0; n < 4; n++) {
            send("track_discovery");
        }
        DB.execute("select pg_dequeue('track_discovery', 3, 600)");
        DB.execute(
                "select pgmq_archive('track_discovery', min(msg_id)) from pgmq.q_track_discovery"
                        + " where message ->> '_correlationId' = ?",
                run.toString());
        DB.execute(
                "select move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', min(msg_id)::text, 'why')"
                        + " from pgmq.q_track_discovery where message ->> '_correlationId' = ?",
                run.toString());
        JsonNode stage = progress().get("stages").get(2);
        assertThat(stage.get("queue").asString()).isEqualTo("track_discovery");
        assertThat(stage.get("pending").asInt()).isEqualTo(1);
        assertThat(stage.get("in_flight").asInt()).isEqualTo(1);
        assertThat(stage.get("done").asInt()).isEqualTo(1);
        assertThat(stage.get("dead").asInt()).isEqualTo(1);
        DB.execute("select pgmq.purge_queue('track_discovery')");
    }

    @Test
    void a_run_with_a_dead_message_completes_with_failures_until_that_is_replayed() {
        artistFound();
        kill("album_discovery", send("album_discovery"));
        assertThat(state()).isEqualTo("complete with failures");
        DB.execute(
                "select reprocess_from_dlq('album_discovery_dlq', msg_id::text) from pgmq.q_album_discovery_dlq"
                        + " where message ->> '_correlationId' = ?",
                run.toString());
        assertThat(state()).isEqualTo("running");
        DB.execute("select pgmq.purge_queue('album_discovery')");
        assertThat(state()).isEqualTo("complete");
    }

    @Test
    void the_view_of_runs_tells_when_one_ended() {
        String ended = "select finished_at is not null from discovery_runs where correlation_id = ?";
        long first = send("artist_discovery");
        assertThat(DB.isTrue(ended, run)).isFalse();
        artistFound();
        finish("artist_discovery", first);
        assertThat(DB.isTrue(ended, run)).isTrue();
    }

    @Test
    void a_run_whose_stage_needs_a_parked_provider_waits_for_it() {
        artistFound();
        send("album_discovery");
        park("genius");
        assertThat(state()).as("albums do not need genius").isEqualTo("running");
        park("spotify");
        assertThat(state()).isEqualTo("waiting for spotify until 2199-01-02T03:04:05Z");
        assertThat(progress().get("waiting").get(0).get("provider").asString()).isEqualTo("spotify");
        assertThat(progress().get("waiting").get(0).get("reason").asString()).isEqualTo("quota");
    }

    @Test
    void a_run_of_which_another_stage_can_go_on_is_running() {
        artistFound();
        send("album_discovery");
        long identification = send("producer_identification");
        park("spotify");
        assertThat(state()).isEqualTo("running");
        finish("producer_identification", identification);
        assertThat(state()).startsWith("waiting for spotify");
    }

    @Test
    void a_run_of_which_only_what_was_put_off_behind_a_waiting_stage_is_left_waits_too() {
        artistFound();
        send("album_discovery");
        send("producer_identification");
        park("spotify");
        DB.execute("""
                select worker_release(
                    'producer_identification', array[c.msg_id], array[c.read_ct], interval '1 hour')
                from worker_claim('producer_identification', interval '30 seconds', 10) c
                """);
        assertThat(state()).startsWith("waiting for spotify");
    }

    @Test
    void a_provider_that_is_parked_without_work_for_it_is_no_reason_to_wait() {
        artistFound();
        finish("album_discovery", send("album_discovery"));
        park("spotify");
        assertThat(state()).isEqualTo("complete");
    }

    @Test
    void an_ambiguous_name_ends_the_run_with_its_candidates() {
        DB.execute(
                "select record_discovery_outcome(?::uuid, 'ambiguous', null, '[{\"name\": \"Glass Harbour\"}]')", run);
        assertThat(state()).isEqualTo("ambiguous");
        assertThat(progress().at("/candidates/0/name").asString()).isEqualTo("Glass Harbour");
        assertThat(progress().get("finished_at").isNull()).isFalse();
    }

    @Test
    void opening_a_run_again_changes_nothing() {
        assertThat(DB.isTrue("select begin_discovery_run(?::uuid, '{\"artistName\": \"Other\"}')", run))
                .isFalse();
        assertThat(progress().at("/asked/artistName").asString()).isEqualTo("Glass Harbour");
    }

    @Test
    void unknown_runs_and_states_are_refused() {
        assertRefused(UNKNOWN, () -> DB.execute("select discovery_run_progress(gen_random_uuid())"))
                .contains("p_correlation_id");
        assertRefused(
                UNKNOWN, () -> DB.execute("select record_discovery_outcome(gen_random_uuid(), 'running', null, null)"));
        assertRefused(
                        BAD_ARGUMENT,
                        () -> DB.execute("select record_discovery_outcome(?::uuid, 'bored', null, null)", run))
                .contains("p_state", "bored");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select begin_discovery_run(null, '{}')"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select begin_discovery_run(gen_random_uuid(), '[]')"));
    }
}
