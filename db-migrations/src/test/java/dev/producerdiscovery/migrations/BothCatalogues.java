package dev.producerdiscovery.migrations;

import org.jspecify.annotations.Nullable;

/** An invented artist with an album, as Spotify and as MusicBrainz tells of them. */
record BothCatalogues(Database database, Store store) {

    static final String MB_ARTIST = "11111111-0000-4000-8000-000000000001";
    static final String FORMER = "11111111-0000-4000-8000-000000000009";
    static final String RELEASE = "22222222-0000-4000-8000-000000000001";

    void forget() {
        database.execute(
                "truncate artists, producers, processed_operations, processing_status, merged_rows, run_outcomes,"
                        + " corrections cascade");
    }

    String artist(String data, @Nullable String spotifyId) {
        return store.artist(data, Store.unique("operation"), spotifyId)
                .get("artist_id")
                .asString();
    }

    String atSpotify() {
        return artist("{\"name\": \"Glass Harbour\", \"followers\": 9}", "S1");
    }

    String atMusicBrainz(String id, @Nullable String link) {
        return artist("""
                {"name": "Glass harbour", "musicbrainz_id": "%s", "catalogue": "musicbrainz",
                 "metadata": {"country": "NO"}}
                """.formatted(id), link);
    }

    void spotifysAlbum(String artist, String metadata) {
        String album = store.album(
                        artist,
                        "SA",
                        "{\"release_date\": \"1999-01-01\", \"album_group\": \"single\", \"metadata\": " + metadata
                                + "}")
                .get("album_id")
                .asString();
        store.batch("""
                [{"name": "Undertow", "title_key": "undertow", "spotify_id": "S-1", "isrc": "ZZ1", "duration_ms": 200000},
                 {"name": "Lantern", "title_key": "lantern", "spotify_id": "S-2", "isrc": "ZZ2", "duration_ms": 180000}]
                """, album, artist);
    }

    String musicBrainzsAlbum(String artist, String metadata) {
        String album = store.album(artist, null, """
                        {"musicbrainz_id": "%s", "catalogue": "musicbrainz", "release_date": "1999-02-03",
                         "metadata": %s}
                        """.formatted(RELEASE, metadata))
                .get("album_id")
                .asString();
        store.batch("""
                [{"name": "Undertow (demo)", "title_key": "undertow demo", "musicbrainz_id": "r1", "isrc": "ZZ1",
                  "duration_ms": 200500},
                 {"name": "Lantern", "title_key": "lantern", "musicbrainz_id": "r2", "isrc": "ZZ2"},
                 {"name": "Hidden", "title_key": "hidden", "musicbrainz_id": "r3"}]
                """, album, artist);
        return album;
    }
}
