package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which tracks of an album are stored, and what of them. */
class DiscoveredTracksTest extends TrackStage {

    @Test
    void a_page_of_tracks_is_stored_with_its_songs_and_each_song_is_sent_on() {
        spotify.album(
                "slow",
                false,
                Spotify.track("t1", "Harbour Lights", 201, NOVA),
                Spotify.track("t2", "Glass Tide - 2011 Remaster", 180, NOVA));

        Handled handled = discover(slow, nova, 0);

        assertThat(songs()).containsExactlyInAnyOrderEntriesOf(Map.of("t1", "harbour lights", "t2", "glass tide"));
        assertThat(handled.sent()).hasSize(2).last().satisfies(next -> {
            assertThat(next.queue()).isEqualTo("producer_identification");
            assertThat(next.body().path("trackId").asString())
                    .isEqualTo(trackId("t1").toString());
            assertThat(next.body().path("trackName").asString()).isEqualTo("Harbour Lights");
            assertThat(next.body().path("albumId").asString()).isEqualTo(slow.toString());
            assertThat(next.body().path("artistId").asString()).isEqualTo(nova.toString());
            assertThat(next.body().path("_correlationId").asString()).isEqualTo(run.toString());
            assertThat(next.body().path("_idempotencyKey").asString())
                    .isEqualTo("producer_identification:" + run + ":" + songId("t1") + ":" + version("t1") + ":0");
        });
    }

    @Test
    void everything_that_spotify_tells_of_a_track_is_kept() {
        spotify.album("slow", false, Spotify.track("t2", "Glass Tide - 2011 Remaster", 180, NOVA));

        discover(slow, nova, 0);

        Map<String, @Nullable Object> track = jdbc.sql(
                        "select name, duration_ms, isrc, popularity, metadata::text from tracks")
                .query()
                .singleRow();
        assertThat(track)
                .containsEntry("name", "Glass Tide - 2011 Remaster")
                .containsEntry("duration_ms", 180_000)
                .containsEntry("isrc", null)
                .containsEntry("popularity", null);
        assertThat(String.valueOf(track.get("metadata")))
                .contains("\"artists\": [{\"id\": \"" + NOVA + "\", \"name\": \"Somebody\"}]")
                .contains("\"track_number\": 7")
                .contains("\"explicit\": false")
                .contains("\"versions\": [\"2011 Remaster\"]");
    }

    @Test
    void the_albums_bar_code_is_kept_with_what_was_known_before() {
        jdbc.sql("update albums set metadata = '{\"album_type\": \"album\"}'").update();
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));

        discover(slow, nova, 0);

        assertThat(jdbc.sql("select metadata ->> 'upc' from albums")
                        .query(String.class)
                        .single())
                .isEqualTo("4006381333931");
        assertThat(jdbc.sql("select metadata ->> 'album_type' from albums")
                        .query(String.class)
                        .single())
                .isEqualTo("album");
    }

    @Test
    void an_album_costs_one_call_in_development_mode() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));

        discover(slow, nova, 0);

        assertThat(spotify.calls()).isEqualTo(1);
    }

    @Test
    void with_an_extended_quota_isrc_and_popularity_are_looked_up_for_all_tracks_at_once() {
        facts.remember("spotify", "mode", "extended");
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        spotify.batch(Spotify.fullTrack("t1", "Harbour Lights", 201, NOVA, "XX0000000001", 44));

        discover(slow, nova, 0);

        assertThat(jdbc.sql("select isrc, popularity from tracks").query().singleRow())
                .containsEntry("isrc", "XX0000000001")
                .containsEntry("popularity", 44);
        assertThat(spotify.calls()).isEqualTo(2);
    }

    @Test
    void a_page_that_goes_on_asks_for_the_next_one() {
        spotify.album("slow", true, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        spotify.tracks("slow", 1, false, Spotify.track("t2", "Glass Tide", 180, NOVA));

        Handled first = discover(slow, nova, 0);
        Handled second = discover(slow, nova, 1);

        assertThat(first.sentTo("track_discovery")).singleElement().satisfies(next -> {
            assertThat(next.body().path("albumId").asString()).isEqualTo(slow.toString());
            assertThat(next.body().path("albumName").asString()).isEqualTo("Slow Harbour");
            assertThat(next.body().path("artistId").asString()).isEqualTo(nova.toString());
            assertThat(next.body().path("offset").asInt()).isEqualTo(1);
            assertThat(next.body().path("_idempotencyKey").asString())
                    .isEqualTo("track_discovery:" + run + ":" + slow + ":1");
        });
        assertThat(second.sentTo("track_discovery")).isEmpty();
        assertThat(songs()).containsOnlyKeys("t1", "t2");
    }

    @Test
    void what_a_takedown_leaves_behind_is_left_out() {
        spotify.album(
                "slow", false, Spotify.track("t1", "", 0, NOVA), "null", Spotify.track("t3", "Glass Tide", 180, NOVA));

        Handled handled = discover(slow, nova, 0);

        assertThat(handled.sent()).hasSize(1);
        assertThat(songs()).containsOnlyKeys("t3");
    }

    @Test
    void an_album_without_tracks_is_done() {
        spotify.album("slow", false);

        Handled handled = discover(slow, nova, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(handled.sent()).isEmpty();
    }

    @Test
    void of_an_album_by_many_artists_only_the_artists_tracks_are_taken() {
        UUID party = album("party", nova, "appears_on");
        spotify.album(
                "party",
                false,
                Spotify.track("t1", "Harbour Lights", 201, NOVA),
                Spotify.track("t2", "Marsh Song", 201, INES));

        discover(party, nova, 0);

        assertThat(songs()).containsOnlyKeys("t1");
    }

    @Test
    void an_album_that_spotify_does_not_have_any_more_is_a_dead_letter() {
        Handled handled = discover(slow, nova, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("does not have album slow");
    }

    @Test
    void an_album_that_is_not_stored_is_a_dead_letter() {
        UUID unknown = UUID.fromString("00000000-0000-4000-8000-000000000001");

        Handled handled = discover(unknown, nova, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("albumId " + unknown);
    }

    private String version(String spotifyId) {
        return jdbc.sql("select song_version(song_id) from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(String.class)
                .single();
    }
}
