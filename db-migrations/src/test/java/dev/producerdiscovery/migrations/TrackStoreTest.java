package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrackStoreTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    @Test
    void the_tracks_of_an_album_are_stored_with_the_songs_they_are() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        String plain = Store.unique("track");
        String remaster = Store.unique("track");
        String other = Store.unique("track");
        JsonNode answer = STORE.batch(
                "[" + Store.track("Undertow", plain, "undertow") + ","
                        + Store.track("Undertow - Remastered", remaster, "undertow") + ","
                        + Store.track("Lantern", other, "lantern") + "]",
                album,
                artist);

        assertThat(answer.get("processed").asInt()).isEqualTo(3);
        JsonNode results = answer.get("results");
        assertThat(results.valueStream().map(result -> result.get("spotify_id").asString()))
                .containsExactly(plain, remaster, other);
        assertThat(results.get(0).get("song_id")).isEqualTo(results.get(1).get("song_id"));
        assertThat(results.get(0).get("song_id")).isNotEqualTo(results.get(2).get("song_id"));
        assertThat(results.get(0).get("identified").asBoolean()).isFalse();
        assertThat(DB.text(
                        "select t.spotify_id from normalized_tracks n join tracks t on t.id = n.representative_track_id"
                                + " where n.artist_id = ?::uuid and n.normalized_name = 'undertow'",
                        artist))
                .isEqualTo(plain);
        assertThat(DB.text("select isrc from tracks where spotify_id = ?", plain))
                .isEqualTo("ZZ1");
    }

    @Test
    void songs_of_a_title_are_told_apart_by_their_seconds() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        JsonNode results = STORE.batch(
                        "[" + song("null") + "," + song("124") + "," + song("61") + "," + song("124") + "]",
                        album,
                        artist)
                .get("results");

        assertThat(DB.column(
                        "select normalized_name from normalized_tracks where artist_id = ?::uuid order by 1", artist))
                .containsExactly("intro", "intro ~124", "intro ~61");
        assertThat(results.get(1).get("song_id")).isEqualTo(results.get(3).get("song_id"));
        assertThat(DB.number(
                        "select count(*) from songs_to_identify(array[?::uuid])",
                        results.get(0).get("song_id").asString()))
                .as("they are of one title, so each is asked about with the others")
                .isEqualTo(3);
    }

    private static String song(String seconds) {
        return """
                {"name": "Intro", "spotify_id": "%s", "title_key": "intro", "seconds": %s}
                """.formatted(Store.unique("track"), seconds);
    }

    @Test
    void a_song_is_shown_by_its_plainest_then_its_earliest_track() {
        String artist = STORE.someArtist();
        String early = STORE.album(artist, Store.unique("album"), "{\"release_date\": \"1999-01-01\"}")
                .get("album_id")
                .asString();
        String late = STORE.album(artist, Store.unique("album"), "{\"release_date\": \"2011-01-01\"}")
                .get("album_id")
                .asString();
        String undated = STORE.someAlbum(artist);
        String marked = "{\"name\": \"Undertow (Live)\", \"spotify_id\": \"" + Store.unique("track")
                + "\", \"normalized_name\": \"undertow\", \"metadata\": {\"versions\": [\"live\"]}}";
        STORE.batch("[" + marked + "]", early, artist);
        STORE.batch("[" + Store.track("Undertow", Store.unique("track"), "undertow") + "]", undated, artist);
        STORE.batch("[" + Store.track("Undertow", Store.unique("track"), "undertow") + "]", late, artist);

        assertThat(DB.text("""
                        select t.album_id
                        from normalized_tracks n
                        join tracks t on t.id = n.representative_track_id
                        where n.artist_id = ?::uuid
                        """, artist)).isEqualTo(late);
    }

    @Test
    void storing_the_same_page_again_changes_no_id() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        String page = "[" + Store.track("Undertow", Store.unique("track"), "undertow") + "]";
        assertThat(STORE.batch(page, album, artist)).isEqualTo(STORE.batch(page, album, artist));
    }

    @Test
    void an_empty_page_is_nothing_and_a_track_named_twice_is_one() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        assertThat(STORE.batch("[]", album, artist).get("processed").asInt()).isZero();
        String twice = Store.track("Undertow", Store.unique("track"), "undertow");
        JsonNode answer = STORE.batch("[" + twice + "," + twice + "]", album, artist);
        assertThat(answer.get("results").get(0)).isEqualTo(answer.get("results").get(1));
    }

    @Test
    void an_unknown_album_or_artist_is_refused() {
        String artist = STORE.someArtist();
        String unknown = "5f0c2f4e-0000-4000-8000-000000000001";
        assertRefused(UNKNOWN, () -> STORE.batch("[]", unknown, artist)).contains("album_id");
        assertRefused(UNKNOWN, () -> STORE.batch("[]", STORE.someAlbum(artist), unknown))
                .contains("artist_id");
        assertRefused(
                BAD_ARGUMENT,
                () -> DB.execute(
                        "select process_track_batch(null, ?::uuid, ?::uuid)", STORE.someAlbum(artist), artist));
    }

    @Test
    void a_new_track_of_an_identified_song_has_its_credits_until_the_song_is_identified_with_it() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        String song = STORE.batch("[" + Store.track("Undertow", Store.unique("track"), "undertow") + "]", album, artist)
                .at("/results/0/song_id")
                .asString();
        DB.execute("""
                select settle_song(?::uuid, '[{"source": "genius", "claims": [{
                    "outcome": "credited", "raw_name": "Ada Vell", "person_name": "Ada Vell", "name_key": "ada vell",
                    "raw_name_key": "ada vell", "raw_role": "Producer", "role": "producer",
                    "source_person_id": "77", "source_song_id": "78", "match_kind": "title and artist",
                    "match_strength": 1, "aliases": []}]}]'::jsonb)
                """, song);

        JsonNode later =
                STORE.batch("[" + Store.track("Undertow", Store.unique("track"), "undertow") + "]", album, artist);

        assertThat(later.at("/results/0/identified").asBoolean()).isFalse();
        assertThat(DB.text(
                        "select p.name from track_producers c join producers p on p.id = c.producer_id"
                                + " where c.track_id = ?::uuid",
                        later.at("/results/0/track_id").asString()))
                .isEqualTo("Ada Vell");
    }

    @Test
    void pages_with_the_same_songs_may_be_stored_at_once() {
        String artist = STORE.someArtist();
        List<JsonNode> answers = Sessions.atOnce(8, () -> {
            String album = STORE.someAlbum(artist);
            StringBuilder page = new StringBuilder("[");
            // Every session names the songs in another order.
            int first = Store.number();
            for (int n = 0; n < 20; n++) {
                String song = "song " + (first * 7 + n * 3) % 20;
                page.append(n == 0 ? "" : ",").append(Store.track(song, Store.unique("track"), song));
            }
            return STORE.batch(page + "]", album, artist);
        });
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get("processed").asInt()).isEqualTo(20));
        assertThat(DB.number("select count(*) from normalized_tracks where artist_id = ?::uuid", artist))
                .isEqualTo(20);
    }

    @Test
    void one_track_is_stored_with_its_song_too() {
        String artist = STORE.someArtist();
        String album = STORE.someAlbum(artist);
        String operation = Store.unique("operation");
        String call =
                "select process_track_atomic(jsonb_build_object('name', 'Ébène', 'album_id', ?, 'artist_id', ?), ?, ?)";
        String spotifyId = Store.unique("track");
        JsonNode stored = DB.json(call, album, artist, operation, spotifyId);
        assertThat(stored.get("created").asBoolean()).isTrue();
        assertThat(DB.json(call, album, artist, operation, spotifyId)).isEqualTo(stored);
        assertThat(DB.text("select normalized_name from normalized_tracks where artist_id = ?::uuid", artist))
                .isEqualTo("ebene");
    }
}
