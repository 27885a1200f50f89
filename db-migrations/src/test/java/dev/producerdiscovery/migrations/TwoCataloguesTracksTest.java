package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A track that Spotify and MusicBrainz both have on an album is one row, the same whichever of them spoke first. */
class TwoCataloguesTracksTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    private final String recording = UUID.randomUUID().toString();
    private final String spotifyId = Store.unique("track");

    private String artist;
    private String album;

    @BeforeEach
    void anAlbum() {
        artist = STORE.someArtist();
        album = STORE.someAlbum(artist);
    }

    private String ofSpotify(String more) {
        return """
                {"name": "Undertow", "title_key": "undertow", "spotify_id": "%s", "popularity": 7,
                 "duration_ms": 200000, %s}
                """.formatted(spotifyId, more);
    }

    private String ofMusicBrainz(String more) {
        return """
                {"name": "Undertow (2011 remaster)", "title_key": "undertow", "musicbrainz_id": "%s",
                 "catalogue": "musicbrainz", "duration_ms": 201000, %s}
                """.formatted(recording, more);
    }

    private JsonNode store(String track) {
        return STORE.batch("[" + track + "]", album, artist).at("/results/0");
    }

    private String rows() {
        return String.join("\n", DB.column("""
                select concat_ws('|', name, spotify_id, musicbrainz_id, isrc, duration_ms, popularity, metadata, from_musicbrainz)
                from tracks
                where album_id = ?::uuid
                order by 1
                """, album));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "isrc": "ZZ1"                           | "isrc": "ZZ1"
            "isrc": null                            | "spotify_ids": ["another", "LINK"]
            "metadata": {"disc_number": 1, "track_number": 2, "recording_key": "undertow"} | "metadata": {"disc_number": 1, "track_number": 2, "recording_key": "undertow"}
            "metadata": {"recording_key": "undertow"} | "metadata": {"recording_key": "undertow"}
            """, quoteCharacter = '\'')
    void a_track_is_one_row_in_either_order(String spotify, String musicbrainz) {
        String one = ofSpotify(spotify);
        String other = ofMusicBrainz(musicbrainz.replace("LINK", spotifyId));
        String id = store(one).get("track_id").asString();
        assertThat(store(other).get("track_id").asString()).isEqualTo(id);
        String spotifyFirst = rows();

        DB.execute("delete from tracks where album_id = ?::uuid", album);
        String again = store(other).get("track_id").asString();
        assertThat(store(one).get("track_id").asString()).isEqualTo(again);
        assertThat(rows()).isEqualTo(spotifyFirst).startsWith("Undertow|" + spotifyId + "|" + recording);
        store(other);
        store(one);
        assertThat(rows()).isEqualTo(spotifyFirst);
    }

    @Test
    void what_the_title_of_one_says_does_not_go_with_the_title_of_the_other() {
        store(ofMusicBrainz("\"isrc\": \"ZZ1\", \"metadata\": {\"versions\": [\"2011 remaster\"]}"));
        store(ofSpotify("\"isrc\": \"ZZ1\", \"metadata\": {\"track_number\": 1}"));
        store(ofMusicBrainz("\"isrc\": \"ZZ1\", \"metadata\": {\"versions\": [\"2011 remaster\"]}"));
        assertThat(DB.text("select metadata from tracks where album_id = ?::uuid", album))
                .isEqualTo("{\"track_number\": 1}");
    }

    @Test
    void gaps_are_filled_by_musicbrainz_until_spotify_speaks() {
        String key = ", \"metadata\": {\"recording_key\": \"undertow\"}";
        store(ofSpotify("\"isrc\": null" + key));
        store(ofMusicBrainz("\"isrc\": \"ZZ1\"" + key));
        assertThat(DB.text("select isrc from tracks where album_id = ?::uuid", album))
                .isEqualTo("ZZ1");
        store(ofMusicBrainz("\"isrc\": \"ZZ2\""));
        assertThat(DB.text("select isrc from tracks where album_id = ?::uuid", album))
                .isEqualTo("ZZ2");
        store(ofSpotify("\"isrc\": \"ZZ3\""));
        store(ofMusicBrainz("\"isrc\": \"ZZ2\""));
        assertThat(DB.text("select isrc from tracks where album_id = ?::uuid", album))
                .isEqualTo("ZZ3");
    }

    @Test
    void one_recording_is_a_track_on_each_of_several_albums() {
        store(ofMusicBrainz("\"isrc\": \"ZZ1\""));
        String other = STORE.someAlbum(artist);
        STORE.batch("[" + ofMusicBrainz("\"isrc\": \"ZZ1\"") + "]", other, artist);
        assertThat(DB.number("select count(*) from tracks where musicbrainz_id = ?", recording))
                .isEqualTo(2);
    }

    @Test
    void a_track_that_spotify_has_on_another_album_stays_there() {
        store(ofSpotify("\"isrc\": \"ZZ1\""));
        String other = STORE.someAlbum(artist);
        STORE.batch("[" + ofMusicBrainz("\"spotify_ids\": [\"%s\"]".formatted(spotifyId)) + "]", other, artist);
        assertThat(DB.text("select album_id from tracks where spotify_id = ?", spotifyId))
                .isEqualTo(album);
        assertThat(DB.number("select count(*) from tracks where album_id = ?::uuid", other))
                .isOne();
    }

    @Test
    void of_two_tracks_of_a_title_and_length_neither_is_guessed() {
        store(ofSpotify("\"isrc\": null"));
        STORE.batch("[" + ofSpotify("\"isrc\": null").replace(spotifyId, Store.unique("track")) + "]", album, artist);
        store(ofMusicBrainz("\"isrc\": null"));
        assertThat(DB.number("select count(*) from tracks where album_id = ?::uuid", album))
                .isEqualTo(3);
    }

    @Test
    void of_many_sessions_with_one_page_each_hears_the_same_ids() {
        List<String> ids = Sessions.atOnce(
                8,
                () -> store(ofMusicBrainz("\"isrc\": \"ZZ1\"")).get("track_id").asString());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void of_sessions_of_both_catalogues_at_once_each_hears_the_same_ids() {
        List<String> ids = Sessions.atOnce(
                8,
                () -> store(
                                Store.number() % 2 == 0
                                        ? ofSpotify("\"isrc\": \"ZZ1\"")
                                        : ofMusicBrainz("\"isrc\": \"ZZ1\""))
                        .get("track_id")
                        .asString());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"N\"}",
                "{\"name\": \"N\", \"musicbrainz_id\": 7}",
                "{\"name\": \"N\", \"musicbrainz_id\": \"11111111-0000-4000-8000-000000000001\", \"spotify_ids\": \"x\"}",
                "{\"name\": \"N\", \"spotify_id\": \"x\", \"catalogue\": \"musicbrainz\"}",
            })
    void a_track_without_the_id_of_its_catalogue_is_refused(String track) {
        assertRefused(BAD_ARGUMENT, () -> store(track));
        assertRefused(BAD_ARGUMENT, () -> store(ofMusicBrainz("\"isrc\": null") + "," + ofSpotify("\"isrc\": null")))
                .contains("one catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"isrc\": \"ZZ9\"", "\"metadata\": {\"disc_number\": 1, \"track_number\": 1}"})
    void a_recording_that_editors_merged_into_another_keeps_its_row(String sameness) {
        String other = ofMusicBrainz("\"isrc\": \"ZZ2\"").replace(recording, "other-" + recording);
        String row = STORE.batch("[" + ofMusicBrainz(sameness) + "," + other + "]", album, artist)
                .at("/results/0/track_id")
                .asString();
        String merged = ofMusicBrainz(sameness).replace(recording, "new-" + recording);
        assertThat(STORE.batch("[" + other + "," + merged + "]", album, artist)
                        .at("/results/1/track_id")
                        .asString())
                .isEqualTo(row);
        assertThat(recordings()).containsExactly("new-" + recording, "other-" + recording);
    }

    @Test
    void a_recording_that_is_still_listed_or_of_which_nothing_was_said_stays() {
        String one = ofMusicBrainz("\"isrc\": \"ZZ9\"");
        String other = one.replace(recording, "other-" + recording);
        STORE.batch("[" + one + "," + other + "]", album, artist);
        STORE.batch("[" + one + "," + other + "]", album, artist);
        store(one.replace(recording, "third-" + recording));
        assertThat(recordings()).containsExactlyInAnyOrder(recording, "other-" + recording, "third-" + recording);
    }

    private List<String> recordings() {
        return DB.column(
                "select musicbrainz_id from tracks where album_id = ?::uuid order by musicbrainz_id collate \"C\"",
                album);
    }
}
