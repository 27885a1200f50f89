package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArtistProgressTest extends BegunRun {

    @Test
    void an_artist_goes_from_no_albums_to_complete() {
        assertThat(artistProgress().get("status").asString()).isEqualTo("no_albums");

        String album = DB.json(
                        "select process_album_atomic(jsonb_build_object('name', 'Low Tide', 'artist_id', ?), ?, ?)",
                        artist,
                        run.toString(),
                        run.toString())
                .get("album_id")
                .asString();
        assertThat(artistProgress().get("status").asString()).isEqualTo("no_tracks");

        String track = DB.json(
                        "select process_track_atomic(jsonb_build_object('name', 'Undertow', 'album_id', ?), ?, ?)",
                        album,
                        run.toString(),
                        run.toString())
                .get("track_id")
                .asString();
        assertThat(artistProgress().get("status").asString()).isEqualTo("no_producers");

        String producer = DB.text(
                "insert into producers (name, normalized_name) values ('Ada Vell', ?) returning id", run.toString());
        DB.execute(
                "insert into track_producers (track_id, producer_id, confidence, source)"
                        + " values (?::uuid, ?::uuid, 1, 'test')",
                track,
                producer);
        long enrichment =
                DB.number("select pg_enqueue('social_enrichment', jsonb_build_object('producerId', ?))", producer);
        assertThat(artistProgress().get("status").asString()).isEqualTo("in_progress");
        assertThat(artistProgress().at("/pending/social_enrichment").asInt()).isEqualTo(1);

        kill("social_enrichment", enrichment);
        JsonNode done = artistProgress();
        assertThat(done.get("status").asString()).isEqualTo("complete");
        assertThat(done.at("/failed/social_enrichment").asInt()).isEqualTo(1);
        assertThat(done.get("album_count").asInt()).isEqualTo(1);
        assertThat(done.get("track_count").asInt()).isEqualTo(1);
        assertThat(done.get("producer_count").asInt()).isEqualTo(1);
    }

    @Test
    void an_artists_own_messages_are_counted_and_nobody_elses() {
        send("album_discovery");
        DB.execute("select pg_enqueue('album_discovery', '{\"artistId\": \"somebody else\"}')");
        DB.execute("select pg_enqueue('artist_discovery', jsonb_build_object('artistId', ?))", run.toString());
        assertThat(artistProgress().at("/pending/album_discovery").asInt()).isEqualTo(1);
        assertThat(artistProgress().at("/pending/artist_discovery").asInt()).isEqualTo(1);
        assertRefused(UNKNOWN, () -> DB.execute("select check_artist_pipeline_progress(gen_random_uuid())"));
    }

    private JsonNode artistProgress() {
        return DB.json("select check_artist_pipeline_progress(?::uuid)", artist);
    }
}
