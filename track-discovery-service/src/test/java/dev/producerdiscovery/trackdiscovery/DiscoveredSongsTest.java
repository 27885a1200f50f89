package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.Sent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which song a track belongs to, and which songs are sent on. */
class DiscoveredSongsTest extends TrackStage {

    @Test
    void two_versions_of_a_song_in_a_page_are_sent_on_once() {
        spotify.album(
                "slow",
                false,
                Spotify.track("t1", "Harbour Lights", 201, NOVA),
                Spotify.track("t2", "Harbour Lights - Radio Edit", 150, NOVA));

        Handled handled = discover(slow, nova, 0);

        assertThat(songId("t1")).isEqualTo(songId("t2"));
        assertThat(handled.sent()).hasSize(1);
    }

    @Test
    void a_remix_is_a_song_of_its_own() {
        spotify.album(
                "slow",
                false,
                Spotify.track("t1", "Harbour Lights", 201, NOVA),
                Spotify.track("t2", "Harbour Lights - Ines Vale Remix", 201, NOVA));

        assertThat(discover(slow, nova, 0).sent()).hasSize(2);
        assertThat(songId("t1")).isNotEqualTo(songId("t2"));
    }

    @Test
    void the_same_title_at_another_length_on_another_album_is_another_song() {
        spotify.album("slow", false, Spotify.track("t1", "Intro", 61, NOVA));
        spotify.album("glass", false, Spotify.track("t2", "Intro", 124, NOVA));
        UUID glass = album("glass", nova, "album");

        discover(slow, nova, 0);
        Handled second = discover(glass, nova, 0);

        assertThat(second.sent())
                .as("the first one too, because now its title proves nothing")
                .hasSize(2);
        assertThat(songs()).containsExactlyInAnyOrderEntriesOf(Map.of("t1", "intro", "t2", "intro ~124"));
    }

    @Test
    void a_further_recording_of_a_song_that_was_identified_has_its_credits_and_is_asked_about_too() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        spotify.album("glass", false, Spotify.track("t2", "Harbour Lights (Deluxe Edition)", 203, NOVA));
        UUID glass = album("glass", nova, "album");
        discover(slow, nova, 0);
        identified("t1");

        Handled handled = discover(glass, nova, 0);

        assertThat(songId("t2")).isEqualTo(songId("t1"));
        assertThat(handled.sent()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from track_producers where track_id = :track")
                        .param("track", trackId("t2"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_song_that_was_identified_with_the_tracks_it_has_is_not_sent_on() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        discover(slow, nova, 0);
        identified("t1");

        assertThat(discover(slow, nova, 0).sent()).isEmpty();
    }

    @Test
    void with_the_wish_to_look_again_it_is() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        discover(slow, nova, 0);
        identified("t1");

        Handled handled = runner.run(
                worker, "{\"albumId\": \"%s\", \"artistId\": \"%s\", \"refresh\": true}".formatted(slow, nova));

        assertThat(handled.sent())
                .singleElement()
                .satisfies(next ->
                        assertThat(next.body().path("refresh").asBoolean()).isTrue());
    }

    @Test
    void the_same_page_again_changes_nothing() {
        spotify.album("slow", false, Spotify.track("t1", "Intro", 61, NOVA), Spotify.track("t2", "Intro", 124, NOVA));

        Handled first = discover(slow, nova, 0);
        Map<String, String> before = songs();
        Handled again = discover(slow, nova, 0);

        assertThat(songs()).isEqualTo(before);
        assertThat(bodies(again)).isEqualTo(bodies(first));
    }

    @Test
    void a_track_of_a_joint_album_is_among_the_songs_of_the_albums_artist_for_whomever_it_is_found() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        discover(slow, nova, 0);
        UUID song = songId("t1");
        UUID ines = artist("Ines Vale", INES);
        link(slow, ines, "album");

        Handled handled = discover(slow, ines, 0);

        assertThat(songId("t1")).isEqualTo(song);
        assertThat(handled.sent()).hasSize(1);
    }

    @Test
    void when_an_album_turns_out_to_be_another_artists_its_songs_are_too() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        discover(slow, nova, 0);
        UUID ines = artist("Ines Vale", INES);
        link(slow, ines, "album");
        jdbc.sql("update albums set artist_id = :artist").param("artist", ines).update();

        discover(slow, ines, 0);

        assertThat(jdbc.sql("select artist_id from normalized_tracks")
                        .query(UUID.class)
                        .list())
                .containsExactly(ines);
    }

    @Test
    void a_track_by_which_songs_are_sorted_otherwise_takes_nothing_from_the_others() {
        jdbc.sql("update albums set release_date = date '2010-01-01'").update();
        spotify.album("slow", false, Spotify.track("t1", "Intro", 61, NOVA));
        spotify.album("glass", false, Spotify.track("t2", "Intro", 124, NOVA));
        UUID glass = album("glass", nova, "album");
        jdbc.sql("update albums set release_date = date '2001-01-01' where id = :id")
                .param("id", glass)
                .update();
        discover(slow, nova, 0);
        identified("t1");
        UUID song = songId("t1");

        Handled handled = discover(glass, nova, 0);

        assertThat(songs()).containsExactlyInAnyOrderEntriesOf(Map.of("t1", "intro ~61", "t2", "intro"));
        assertThat(songId("t1")).isEqualTo(song);
        assertThat(jdbc.sql("select track_id from track_producers")
                        .query(UUID.class)
                        .list())
                .containsExactly(trackId("t1"));
        assertThat(handled.sent())
                .as("both, because now the title proves nothing")
                .hasSize(2);
    }

    @Test
    void a_track_that_is_like_two_songs_makes_them_one() {
        spotify.album("slow", false, Spotify.track("t2", "Intro", 80, NOVA), Spotify.track("t3", "Intro", 100, NOVA));
        spotify.album("glass", false, Spotify.track("t1", "Intro", 90, NOVA));
        UUID glass = album("glass", nova, "album");
        discover(slow, nova, 0);
        assertThat(songs()).containsExactlyInAnyOrderEntriesOf(Map.of("t2", "intro", "t3", "intro ~100"));

        discover(glass, nova, 0);

        assertThat(songs()).containsExactlyInAnyOrderEntriesOf(Map.of("t1", "intro", "t2", "intro", "t3", "intro"));
        assertThat(jdbc.sql("select count(*) from normalized_tracks")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void identified(String spotifyId) {
        jdbc.sql("select settle_song(:song, cast(:answers as jsonb))")
                .param("song", songId(spotifyId))
                .param("answers", """
                        [{
                          "source": "genius",
                          "claims": [{
                            "outcome": "credited",
                            "raw_name": "Jo Marsh",
                            "person_name": "Jo Marsh",
                            "name_key": "jo marsh",
                            "raw_name_key": "jo marsh",
                            "raw_role": "Producer",
                            "role": "producer",
                            "match_kind": "exact",
                            "match_strength": 0.9
                          }]
                        }]""")
                .query()
                .singleRow();
    }

    private static List<String> bodies(Handled handled) {
        return handled.sent().stream().map(Sent::body).map(Object::toString).toList();
    }
}
