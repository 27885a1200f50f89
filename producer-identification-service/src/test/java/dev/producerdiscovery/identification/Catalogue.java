package dev.producerdiscovery.identification;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts made-up artists, albums and songs into a test's database, as the earlier stages would have. */
public final class Catalogue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final UUID artist;
    private final String artistName;

    public Catalogue(DataSource owner, String artistName) {
        this.jdbc = JdbcClient.create(owner);
        this.artistName = artistName;
        this.artist = jdbc.sql("insert into artists (name) values (:name) returning id")
                .param("name", artistName)
                .query(UUID.class)
                .single();
    }

    /** The same after everything that the database holds was thrown away. */
    public static Catalogue emptied(DataSource owner, String artistName) {
        JdbcClient.create(owner)
                .sql(
                        "truncate artists, producers, corrections, provider_budgets, processing_status, source_releases, source_artists cascade")
                .update();
        return new Catalogue(owner, artistName);
    }

    public UUID artist() {
        return artist;
    }

    /** An album of the artist, on Spotify under that id. */
    public UUID album(String name, @Nullable String spotifyId) {
        UUID album = jdbc.sql("""
                        insert into albums (artist_id, name, spotify_id, release_date)
                        values (:artist, :name, :spotify, date '2015-05-01')
                        returning id
                        """)
                .param("artist", artist)
                .param("name", name)
                .param("spotify", spotifyId)
                .query(UUID.class)
                .single();
        jdbc.sql("insert into artist_albums (artist_id, album_id) values (:artist, :album)")
                .param("artist", artist)
                .param("album", album)
                .update();
        return album;
    }

    /** A song without tracks. */
    public UUID song(String key) {
        return jdbc.sql("""
                        insert into normalized_tracks (artist_id, normalized_name)
                        values (:artist, :key)
                        returning id
                        """)
                .param("artist", artist)
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    /** A track of a song; the first one becomes its representative. */
    public UUID track(UUID song, UUID album, String name, int position, @Nullable String isrc) {
        UUID track = jdbc.sql("""
                        insert into tracks (album_id, song_id, name, spotify_id, isrc, duration_ms, metadata)
                        values (:album, :song, :name, :spotify, :isrc, 200000, cast(:metadata as jsonb))
                        returning id
                        """)
                .param("album", album)
                .param("song", song)
                .param("name", name)
                .param(
                        "spotify",
                        "sp" + UUID.randomUUID().toString().replace("-", "").substring(0, 20))
                .param("isrc", isrc)
                .param(
                        "metadata",
                        JSON.writeValueAsString(java.util.Map.of(
                                "artists",
                                List.of(java.util.Map.of("name", artistName)),
                                "disc_number",
                                1,
                                "track_number",
                                position)))
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        update normalized_tracks
                        set representative_track_id = coalesce(representative_track_id, :track)
                        where id = :song
                        """).param("track", track).param("song", song).update();
        return track;
    }
}
