package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.stage.testing.SpotifyStageTest;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import dev.producerdiscovery.worker.testing.Sent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrackDiscoveryWorkerTest extends SpotifyStageTest {

    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";
    private static final String INES = "5bVw4Ha1zYs9Lr2MnO6uQe";

    private final Spotify spotify = new Spotify(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());
    private final UUID run = UUID.randomUUID();

    @Autowired
    private TrackDiscoveryWorker worker;

    @Autowired
    private ProviderFacts facts;

    private ManualRunner runner;
    private UUID nova;
    private UUID slow;

    @BeforeEach
    void knowOneAlbum(@Autowired DataSource dataSource) {
        jdbc.sql("truncate artists, producers, processed_operations, processing_status cascade")
                .update();
        facts.remember("spotify", "mode", "development");
        jdbc.sql("select pgmq.purge_queue('track_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
        nova = artist("Nova Quill", NOVA);
        slow = album("slow", nova, "album");
    }

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

    private Handled discover(UUID albumId, UUID artistId, int offset) {
        return runner.run(worker, """
                {"albumId": "%s", "albumName": "Slow Harbour", "artistId": "%s", "offset": %d, "_correlationId": "%s"}""".formatted(albumId, artistId, offset, run));
    }

    private UUID artist(String name, String spotifyId) {
        return jdbc.sql("insert into artists (name, spotify_id) values (:name, :spotifyId) returning id")
                .param("name", name)
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }

    private UUID album(String spotifyId, UUID artistId, String group) {
        UUID id = jdbc.sql(
                        "insert into albums (artist_id, name, spotify_id) values (:artist, 'Slow Harbour', :id) returning id")
                .param("artist", artistId)
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
        link(id, artistId, group);
        return id;
    }

    private void link(UUID albumId, UUID artistId, String group) {
        jdbc.sql("insert into artist_albums (artist_id, album_id, album_group) values (:artist, :album, :group)")
                .param("artist", artistId)
                .param("album", albumId)
                .param("group", group)
                .update();
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

    private String version(String spotifyId) {
        return jdbc.sql("select song_version(song_id) from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(String.class)
                .single();
    }

    private UUID trackId(String spotifyId) {
        return jdbc.sql("select id from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
    }

    private UUID songId(String spotifyId) {
        return jdbc.sql("select song_id from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
    }

    /** The tracks' Spotify ids with the names of their songs. */
    private Map<String, String> songs() {
        Map<String, String> songs = new TreeMap<>();
        jdbc.sql("select t.spotify_id, s.normalized_name from tracks t join normalized_tracks s on s.id = t.song_id")
                .query(row -> {
                    songs.put(row.getString(1), row.getString(2));
                });
        return songs;
    }

    private static List<String> bodies(Handled handled) {
        return handled.sent().stream().map(Sent::body).map(Object::toString).toList();
    }
}
