package dev.producerdiscovery.trackdiscovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads albums and keeps their tracks. */
@Repository
class TrackStore {

    private static final String FIND_ALBUM = """
            select
                album.spotify_id,
                artist.spotify_id as artist_spotify_id,
                coalesce(link.album_group, 'album') as album_group
            from albums album
            join artists artist on artist.id = cast(:artistId as uuid)
            left join artist_albums link on link.album_id = album.id and link.artist_id = artist.id
            where album.id = cast(:albumId as uuid)
            and album.spotify_id is not null
            and artist.spotify_id is not null
            """;

    private static final String STORE_ALBUM = """
            select process_album_atomic(
                cast(:album as jsonb),
                cast(:operationId as text),
                cast(:spotifyId as text))
            """;

    private static final String STORE_TRACKS = """
            select
                result.track_id,
                result.name,
                result.song_id,
                result.identified
            from jsonb_to_recordset(
                process_track_batch(
                    array(select jsonb_array_elements(cast(:tracks as jsonb))),
                    cast(:albumId as uuid),
                    cast(:artistId as uuid)) -> 'results')
                as result(track_id uuid, name text, song_id uuid, identified boolean)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TrackStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when the album or the artist is not stored, or not known to Spotify. */
    Optional<Album> album(UUID albumId, UUID artistId) {
        return jdbc.sql(FIND_ALBUM)
                .param("albumId", albumId)
                .param("artistId", artistId)
                .query((row, number) -> new Album(
                        albumId,
                        row.getString("spotify_id"),
                        artistId,
                        row.getString("artist_spotify_id"),
                        row.getString("album_group")))
                .optional();
    }

    /** Adds to the album what only its own page at Spotify tells. */
    void storeDetails(AlbumDetails details, String operationId, String spotifyId) {
        jdbc.sql(STORE_ALBUM)
                .param("album", json.writeValueAsString(details))
                .param("operationId", operationId)
                .param("spotifyId", spotifyId)
                .query()
                .singleRow();
    }

    /** Inserts or updates the tracks and their songs, in one step for each artist whose songs they are. */
    List<StoredTrack> store(List<TrackData> tracks, UUID albumId) {
        Map<UUID, List<TrackData>> byArtist =
                tracks.stream().collect(Collectors.groupingBy(TrackData::artistId, TreeMap::new, Collectors.toList()));
        return byArtist.entrySet().stream()
                .flatMap(songs -> store(songs.getValue(), albumId, songs.getKey()))
                .toList();
    }

    private Stream<StoredTrack> store(List<TrackData> tracks, UUID albumId, UUID artistId) {
        return jdbc
                .sql(STORE_TRACKS)
                .param("tracks", json.writeValueAsString(tracks))
                .param("albumId", albumId)
                .param("artistId", artistId)
                .query((row, number) -> new StoredTrack(
                        row.getObject("track_id", UUID.class),
                        row.getString("name"),
                        row.getObject("song_id", UUID.class),
                        row.getBoolean("identified")))
                .list()
                .stream();
    }
}
