package dev.producerdiscovery.trackdiscovery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads albums and keeps their tracks. */
@Repository
class TrackStore {

    private static final String FIND_ALBUM = """
            select
                album.id,
                album.spotify_id,
                album.musicbrainz_id,
                array(
                    select jsonb_array_elements_text(coalesce(album.metadata -> 'recordings', '[]'))) as recordings,
                artist.id as artist_id,
                artist.spotify_id as artist_spotify_id,
                artist.musicbrainz_id as artist_musicbrainz_id,
                coalesce(link.album_group, 'album') as album_group,
                album.artist_id as owner_id,
                album.release_date
            from albums album
            join artists artist on artist.id = kept_row(cast(:artistId as uuid))
            left join artist_albums link on link.album_id = album.id and link.artist_id = artist.id
            where album.id = kept_row(cast(:albumId as uuid))
            """;

    private static final String STORE_ALBUM = """
            select process_album_atomic(
                cast(:album as jsonb),
                cast(:operationId as text),
                cast(:spotifyId as text))
            """;

    private static final String STORE_TRACKS = """
            select distinct result.song_id
            from jsonb_to_recordset(
                process_track_batch(
                    array(select jsonb_array_elements(cast(:tracks as jsonb))),
                    cast(:albumId as uuid),
                    cast(:artistId as uuid)) -> 'results')
                as result(song_id uuid)
            """;

    private static final String SONGS = """
            select
                song_id,
                version,
                track_id,
                track_name,
                album_id,
                artist_id,
                identified
            from songs_to_identify(cast(:songs as uuid[]))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TrackStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when the album or the artist is not stored. */
    Optional<Album> album(UUID albumId, UUID artistId) {
        return jdbc.sql(FIND_ALBUM)
                .param("albumId", albumId)
                .param("artistId", artistId)
                .query((row, number) -> new Album(
                        row.getObject("id", UUID.class),
                        row.getString("spotify_id"),
                        row.getString("musicbrainz_id"),
                        Set.copyOf(List.of((String[]) row.getArray("recordings").getArray())),
                        row.getObject("artist_id", UUID.class),
                        row.getString("artist_spotify_id"),
                        row.getString("artist_musicbrainz_id"),
                        row.getString("album_group"),
                        row.getObject("owner_id", UUID.class),
                        row.getObject("release_date", LocalDate.class)))
                .optional();
    }

    /** Adds to the album what only its own page at Spotify tells. */
    void storeDetails(AlbumDetails details, String operationId, @Nullable String spotifyId) {
        jdbc.sql(STORE_ALBUM)
                .param("album", json.writeValueAsString(details))
                .param("operationId", operationId)
                .param("spotifyId", spotifyId)
                .query()
                .singleRow();
    }

    /** Inserts or updates the tracks and their songs. Returns the songs. */
    List<UUID> store(List<TrackData> tracks, Album album) {
        return jdbc.sql(STORE_TRACKS)
                .param("tracks", json.writeValueAsString(tracks))
                .param("albumId", album.id())
                .param("artistId", album.ownerId())
                .query((row, number) -> row.getObject("song_id", UUID.class))
                .list();
    }

    /** Of these songs and those that are no longer the only ones of their title, each with whether it is identified. */
    List<OpenSong> songs(Collection<UUID> songs) {
        return jdbc.sql(SONGS)
                .param("songs", songs.toArray(UUID[]::new))
                .query((row, number) -> new OpenSong(
                        row.getObject("song_id", UUID.class),
                        row.getString("version"),
                        row.getObject("track_id", UUID.class),
                        row.getString("track_name"),
                        row.getObject("album_id", UUID.class),
                        row.getObject("artist_id", UUID.class),
                        row.getBoolean("identified")))
                .list();
    }
}
