package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spotify and MusicBrainz both know is one row, the same whichever of them spoke first. */
class TwoCataloguesTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    private final String musicbrainzId = UUID.randomUUID().toString();
    private final String spotifyId = Store.unique("spotify");

    private String artist(String more, @Nullable String link) {
        return STORE.artist(more, Store.unique("operation"), link)
                .get("artist_id")
                .asString();
    }

    private String artistOfMusicBrainz(String name, @Nullable String link) {
        return artist("""
                {"name": "%s", "musicbrainz_id": "%s", "catalogue": "musicbrainz",
                 "metadata": {"country": "NO", "url": "mb"}}
                """.formatted(name, musicbrainzId), link);
    }

    private String artistOfSpotify(String name) {
        return artist(
                "{\"name\": \"%s\", \"popularity\": 40, \"metadata\": {\"url\": \"s\"}}".formatted(name), spotifyId);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_artist_known_to_both_is_one_row_in_which_spotifys_word_stands(boolean spotifyFirst) {
        List<Supplier<String>> steps =
                List.of(() -> artistOfSpotify("Glass Harbour"), () -> artistOfMusicBrainz("Glass harbour", spotifyId));
        List<String> ids = (spotifyFirst ? steps : steps.reversed())
                .stream().map(Supplier::get).toList();
        // Again, with another word.
        ids = List.of(ids.get(0), ids.get(1), artistOfMusicBrainz("GLASS HARBOUR", spotifyId));

        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(DB.text("""
                        select concat_ws('|', name, spotify_id, musicbrainz_id, popularity, metadata, from_musicbrainz)
                        from artists
                        where id = ?::uuid
                        """, ids.getFirst()))
                .isEqualTo("Glass Harbour|" + spotifyId + "|" + musicbrainzId
                        + "|40|{\"url\": \"s\", \"country\": \"NO\"}|{country}");
    }

    @Test
    void an_artist_that_spotify_does_not_know_is_stored_by_musicbrainz_and_updated_by_it() {
        String first = artistOfMusicBrainz("Ottoline", null);
        String second = artistOfMusicBrainz("Ottoline Vesper", null);
        assertThat(second).isEqualTo(first);
        assertThat(DB.text(
                        "select concat_ws('|', name, spotify_id, musicbrainz_id) from artists where id = ?::uuid",
                        first))
                .isEqualTo("Ottoline Vesper|" + musicbrainzId);
    }

    @Test
    void of_two_artists_of_musicbrainz_with_a_link_to_one_page_the_first_has_it() {
        String first = artistOfMusicBrainz("Glass Harbour", spotifyId);
        String second = artist(
                "{\"name\": \"Glass Harbour Trio\", \"musicbrainz_id\": \"%s\", \"catalogue\": \"musicbrainz\"}"
                        .formatted(UUID.randomUUID()),
                spotifyId);
        assertThat(second).isNotEqualTo(first);
        assertThat(DB.text("select id from artists where spotify_id = ?", spotifyId))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"N\"}",
                "{\"name\": \"N\", \"musicbrainz_id\": 7}",
                "{\"name\": \"N\", \"musicbrainz_id\": \"11111111-0000-4000-8000-000000000001\", \"catalogue\": \"other\"}",
                "{\"name\": \"N\", \"musicbrainz_id\": \"11111111-0000-4000-8000-000000000001\", \"catalogue\": \"spotify\"}"
            })
    void without_an_id_or_with_one_that_cannot_be_nothing_is_stored(String data) {
        long before = DB.number("select count(*) from artists");
        assertRefused(BAD_ARGUMENT, () -> artist(data, null));
        assertThat(DB.number("select count(*) from artists")).isEqualTo(before);
    }

    private String album(String artist, boolean ofSpotify, @Nullable String link, String metadata) {
        return STORE.album(artist, link, """
                {"catalogue": "%s", "release_date": "%s", "musicbrainz_id": %s, "album_group": "%s", "metadata": %s}
                """.formatted(
                                ofSpotify ? "spotify" : "musicbrainz",
                                ofSpotify ? "1999-01-01" : "1999-05-03",
                                ofSpotify ? "null" : "\"" + musicbrainzId + "\"",
                                ofSpotify ? "single" : "album",
                                metadata))
                .get("album_id")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_album_is_known_by_its_link(boolean spotifyFirst) {
        assertOneAlbum(spotifyFirst, spotifyId, "{\"total_tracks\": 3}", "{\"total_tracks\": 4, \"label\": \"L\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_album_without_a_link_is_known_by_its_barcode(boolean spotifyFirst) {
        assertOneAlbum(
                spotifyFirst, null, "{\"upc\": \"0074\", \"total_tracks\": 3}", "{\"upc\": \"74\", \"label\": \"L\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_album_without_a_barcode_is_known_by_name_size_and_year(boolean spotifyFirst) {
        assertOneAlbum(spotifyFirst, null, "{\"total_tracks\": 3}", "{\"total_tracks\": 3, \"label\": \"L\"}");
    }

    private void assertOneAlbum(boolean spotifyFirst, @Nullable String link, String ofSpotify, String ofMusicBrainz) {
        String artist = STORE.someArtist();
        List<Supplier<String>> steps = List.of(
                () -> album(artist, true, spotifyId, ofSpotify), () -> album(artist, false, link, ofMusicBrainz));
        List<String> ids = (spotifyFirst ? steps : steps.reversed())
                .stream().map(Supplier::get).toList();
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(DB.text("""
                        select concat_ws('|', a.spotify_id, a.musicbrainz_id, a.release_date, a.metadata ->> 'label', l.album_group)
                        from albums a
                        join artist_albums l on l.album_id = a.id
                        where l.artist_id = ?::uuid
                        """, artist)).isEqualTo(spotifyId + "|" + musicbrainzId + "|1999-01-01|L|single");
        assertThat(DB.text("select (metadata ->> 'total_tracks') from albums where spotify_id = ?", spotifyId))
                .isEqualTo("3");
    }

    @Test
    void albums_of_which_several_could_be_meant_stay_apart() {
        String artist = STORE.someArtist();
        album(artist, true, Store.unique("album"), "{\"total_tracks\": 3}");
        album(artist, true, Store.unique("album"), "{\"total_tracks\": 3}");
        album(artist, false, null, "{\"total_tracks\": 3}");
        assertThat(DB.number("select count(*) from artist_albums where artist_id = ?::uuid", artist))
                .isEqualTo(3);
    }

    @Test
    void an_album_belongs_to_the_artist_who_is_credited_first_by_whichever_id() {
        String one = artistOfMusicBrainz("Glass Harbour", null);
        String other = STORE.someArtist();
        String metadata =
                "{\"artists\": [{\"musicbrainz_id\": \"%s\", \"name\": \"Glass Harbour\"}]}".formatted(musicbrainzId);
        String album = album(other, false, spotifyId, metadata);
        STORE.album(one, null, "{\"catalogue\": \"musicbrainz\", \"musicbrainz_id\": \"" + musicbrainzId + "\"}");
        assertThat(DB.text("select artist_id from albums where id = ?::uuid", album))
                .isEqualTo(one);
    }

    /** What is missing here is lost with a row: it is to be moved in merge_artists, merge_albums, merge_tracks or merge_songs. */
    @Test
    void all_that_refers_to_a_row_is_known_to_whom_merges_it() {
        assertThat(DB.column("""
                        select confrelid::regclass || ' ' || conrelid::regclass
                        from pg_constraint
                        where contype = 'f'
                            and confrelid in (
                                'artists'::regclass, 'albums'::regclass, 'tracks'::regclass, 'normalized_tracks'::regclass)
                        """))
                .containsExactlyInAnyOrder(
                        "albums album_lookups",
                        "albums artist_albums",
                        "albums tracks",
                        "artists albums",
                        "artists artist_albums",
                        "artists artist_lookups",
                        "artists catalogue_listings",
                        "artists former_artist_ids",
                        "artists normalized_tracks",
                        "artists run_outcomes",
                        "artists song_lists",
                        "normalized_tracks credit_evidence",
                        "normalized_tracks tracks",
                        "tracks normalized_tracks",
                        "tracks track_producers");
    }
}
