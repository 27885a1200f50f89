package dev.producerdiscovery.migrations;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stores invented artists, albums and tracks in a database of a test. */
record Store(Database database) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static int number() {
        return NUMBERS.incrementAndGet();
    }

    static String unique(String prefix) {
        return prefix + number();
    }

    JsonNode artist(String data, String operation, @Nullable String spotifyId) {
        return database.json("select process_artist_atomic(?::jsonb, ?, ?)", data, operation, spotifyId);
    }

    String someArtist() {
        return artist("{\"name\": \"Glass Harbour\"}", unique("operation"), unique("artist"))
                .get("artist_id")
                .asString();
    }

    JsonNode album(String artist, @Nullable String spotifyId, String more) {
        return database.json(
                "select process_album_atomic(?::jsonb || jsonb_build_object('name', 'Low Tide', 'artist_id', ?), ?, ?)",
                more,
                artist,
                unique("operation"),
                spotifyId);
    }

    String someAlbum(String artist) {
        return album(artist, unique("album"), "{}").get("album_id").asString();
    }

    JsonNode batch(String tracks, String album, String artist) {
        return database.json(
                "select process_track_batch(array(select jsonb_array_elements(?::jsonb)), ?::uuid, ?::uuid)",
                tracks,
                album,
                artist);
    }

    static String track(String name, String spotifyId, String song) {
        return """
                {"name": "%s", "spotify_id": "%s", "normalized_name": "%s", "isrc": "zz1", "duration_ms": 200000}
                """.formatted(name, spotifyId, song);
    }
}
