package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.BothCatalogues.MB_ARTIST;
import static dev.producerdiscovery.migrations.BothCatalogues.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MusicBrainz' links to Spotify, which may be dead or lead to another upload, and what still names rows that were joined. */
class JoinedLinksTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final BothCatalogues BOTH = new BothCatalogues(DB, new Store(DB));

    @BeforeEach
    void nothing() {
        BOTH.forget();
    }

    @ParameterizedTest
    @CsvSource({"album_discovery, true", "album_discovery, false", "track_discovery, true", "track_discovery, false"})
    void an_artist_is_being_listed_while_messages_name_the_row_that_is_gone(String queue, boolean askedByFormerId) {
        String one = BOTH.atSpotify();
        String gone = BOTH.atMusicBrainz(MB_ARTIST, null);
        DB.execute("select merge_artists(?::uuid, ?::uuid)", one, gone);
        String asked = askedByFormerId ? gone : one;
        assertThat(listed(asked)).isFalse();
        long message = DB.number("select pg_enqueue(?, jsonb_build_object('artistId', ?))", queue, gone);
        assertThat(listed(asked)).isTrue();
        DB.execute("select pgmq.delete(?, ?)", queue, message);
        assertThat(listed(asked)).isFalse();
    }

    private static boolean listed(String artist) {
        return DB.number("select artist_is_being_listed(?::uuid, interval '1 day')::integer", artist) == 1;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_link_to_another_upload_of_the_barcode_makes_no_second_album(boolean spotifyFirst) {
        String artist = BOTH.atSpotify();
        tell(artist, spotifyFirst, "{\"upc\": \"7\"}");
        assertThat(albums()).containsExactly("SA|" + RELEASE + "|1999-01-01");
        assertThat(DB.number("select count(*) from tracks")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_link_that_spotify_does_not_list_does_not_keep_apart_what_name_size_and_year_show(boolean spotifyFirst) {
        String artist = BOTH.atSpotify();
        tell(artist, spotifyFirst, "{\"total_tracks\": 2}");
        // What the album's own page says of it.
        BOTH.store().album(artist, "SA", "{\"metadata\": {\"total_tracks\": 2}}");
        assertThat(albums()).containsExactly("SA|" + RELEASE + "|1999-01-01");
        assertThat(DB.number("select count(*) from tracks")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_uploads_alike_the_linked_one_is_meant(boolean spotifyFirst) {
        String artist = BOTH.atSpotify();
        Runnable spotify = () -> {
            BOTH.spotifysAlbum(artist, "{\"total_tracks\": 2}");
            upload(artist, "SB");
            upload(artist, "SA");
            upload(artist, "SB");
        };
        if (spotifyFirst) {
            spotify.run();
        }
        release(artist, "SB", "{\"total_tracks\": 2}");
        if (!spotifyFirst) {
            spotify.run();
        }
        assertThat(albums()).containsExactly("SA|1999-01-01", "SB|" + RELEASE + "|1999-01-01");
    }

    @Test
    void what_spotify_said_itself_is_not_replaced_by_another_upload() {
        String artist = BOTH.atSpotify();
        release(artist, "SA", "{\"upc\": \"7\"}");
        upload(artist, "SA");
        BOTH.store().album(artist, "SB", "{\"metadata\": {\"upc\": \"7\"}}");
        release(artist, "SC", "{\"upc\": \"7\"}");
        assertThat(DB.column("select concat_ws('|', spotify_id, musicbrainz_id) from albums order by 1"))
                .containsExactly("SA|" + RELEASE, "SB");
    }

    @Test
    void a_link_that_was_corrected_is_followed() {
        String artist = BOTH.atSpotify();
        upload(artist, "SB");
        release(artist, "SX", "{}");
        release(artist, "SB", "{}");
        assertThat(DB.column("select concat_ws('|', spotify_id, musicbrainz_id) from albums"))
                .containsExactly("SB|" + RELEASE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_link_to_another_page_of_the_artist_does_not_keep_apart_what_name_and_isrcs_show(boolean spotifyFirst) {
        List<Runnable> steps = List.of(
                () -> BOTH.spotifysAlbum(BOTH.atSpotify(), "{\"upc\": \"7\"}"),
                () -> BOTH.musicBrainzsAlbum(BOTH.atMusicBrainz(MB_ARTIST, "SX"), "{\"upc\": \"7\"}"));
        (spotifyFirst ? steps : steps.reversed()).forEach(Runnable::run);
        DB.execute("select join_artist(id) from artists where spotify_id = 'S1'");
        assertThat(DB.column("""
                        select concat_ws('|', name, spotify_id, musicbrainz_id, followers, metadata, from_musicbrainz)
                        from artists
                        """))
                .containsExactly("Glass Harbour|S1|" + MB_ARTIST + "|9|{\"country\": \"NO\"}|{country}");
        assertThat(albums()).containsExactly("SA|" + RELEASE + "|1999-01-01");
    }

    private static void tell(String artist, boolean spotifyFirst, String metadata) {
        if (spotifyFirst) {
            BOTH.spotifysAlbum(artist, metadata);
        }
        release(artist, "SX", metadata);
        if (!spotifyFirst) {
            BOTH.spotifysAlbum(artist, metadata);
        }
        BOTH.musicBrainzsAlbum(artist, metadata);
    }

    private static void upload(String artist, String spotifyId) {
        BOTH.store()
                .album(artist, spotifyId, "{\"release_date\": \"1999-01-01\", \"metadata\": {\"total_tracks\": 2}}");
    }

    private static void release(String artist, @Nullable String link, String metadata) {
        BOTH.store().album(artist, link, """
                {"musicbrainz_id": "%s", "catalogue": "musicbrainz", "release_date": "1999-02-03", "metadata": %s}
                """.formatted(RELEASE, metadata));
    }

    private static List<String> albums() {
        return DB.column("""
                select concat_ws('|', spotify_id, musicbrainz_id, release_date, from_musicbrainz)
                from albums
                order by 1
                """);
    }
}
