package dev.producerdiscovery.trackdiscovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Reads the songs of an artist that are known already, and rearranges them. */
@Repository
class SongStore {

    private static final String LOCK = """
            select lock_songs(cast(:artists as uuid[]))
            """;

    // Of two questions each has its index.
    private static final String OWNERSHIP = """
            select
                album.artist_id as owner_id,
                array(select namesake.id from artists_of_the_name(album.artist_id) as namesake (id)) as namesakes,
                array(
                    select song.artist_id
                    from tracks track
                    join normalized_tracks song on song.id = track.song_id
                    where track.album_id = album.id
                    union
                    select song.artist_id
                    from tracks track
                    join normalized_tracks song on song.id = track.song_id
                    where track.spotify_id = any(cast(:spotifyIds as text[]))) as formers
            from albums album
            where album.id = kept_row(cast(:albumId as uuid))
            """;

    private static final String JOIN = """
            select artist_id
            from join_artist(cast(:artistId as uuid)) as artist_id
            where artist_id is not null
            """;

    private static final String PLACES = """
            select
                track_id,
                artist_id,
                song_id,
                name,
                duration_ms,
                isrc,
                turn
            from track_places(
                array(select jsonb_array_elements(cast(:tracks as jsonb))),
                cast(:albumId as uuid))
            order by place
            """;

    private static final String SONGS_OF = """
            select id
            from normalized_tracks
            where artist_id = cast(:artistId as uuid)
            """;

    private static final String KIN = """
            select
                track.id,
                track.name,
                track.duration_ms,
                track.isrc,
                song_turn(
                    track.metadata -> 'versions',
                    album.release_date,
                    turn_id(track.spotify_id, track.musicbrainz_id, album.musicbrainz_id)) as turn,
                song.title_key,
                song.seconds
            from normalized_tracks song
            join tracks track on track.song_id = song.id
            join albums album on album.id = track.album_id
            where song.artist_id = cast(:artistId as uuid)
            and (
                cast(:all as boolean)
                or song.title_key = any(cast(:keys as text[]))
                or track.metadata ->> 'recording_key' = any(cast(:keys as text[]))
                or track.isrc = any(cast(:isrcs as text[])))
            """;

    private static final String REGROUP = """
            select song_id
            from unnest(regroup_songs(cast(:artistId as uuid), cast(:tracks as jsonb))) as song_id
            """;

    private static final String FORGET_EMPTY = """
            select forget_empty_songs(cast(:songs as uuid[]))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SongStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Until the transaction ends, nobody else sorts songs of these artists: two albums at once would each find no "Intro"
     * and take their own for the first.
     */
    void lock(Collection<UUID> artists) {
        jdbc.sql(LOCK).param("artists", artists.toArray(UUID[]::new)).query().singleRow();
    }

    /** Among whose songs a page of the album belongs at this moment. */
    Ownership ownership(List<TitledTrack> page, Album album) {
        return jdbc.sql(OWNERSHIP)
                .param("albumId", album.id())
                .param(
                        "spotifyIds",
                        page.stream()
                                .map(track -> track.track().spotifyId())
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query((row, number) -> new Ownership(
                        row.getObject("owner_id", UUID.class), ids(row, "namesakes"), ids(row, "formers")))
                .single();
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    /**
     * Makes the artist one with the namesake who has recordings in common.
     *
     * @return the artist that stays, with the songs of both; empty where there is no such namesake
     */
    Optional<UUID> join(UUID artistId) {
        return jdbc.sql(JOIN).param("artistId", artistId).query(UUID.class).optional();
    }

    /** All of the artist's songs. */
    List<UUID> of(UUID artistId) {
        return jdbc.sql(SONGS_OF)
                .param("artistId", artistId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Where the tracks belong, in their order; with a joint album also among another artist's songs. */
    List<Place> places(List<TitledTrack> page, Album album) {
        return jdbc.sql(PLACES)
                .param(
                        "tracks",
                        json.writeValueAsString(page.stream()
                                .map(track -> track.unsorted(album))
                                .toList()))
                .param("albumId", album.id())
                .query((row, number) -> new Place(
                        row.getObject("track_id", UUID.class),
                        row.getObject("artist_id", UUID.class),
                        row.getObject("song_id", UUID.class),
                        row.getString("name"),
                        row.getObject("duration_ms", Integer.class),
                        row.getString("isrc"),
                        row.getString("turn")))
                .list();
    }

    /** The artist's tracks that share a title or an ISRC with others, as far as their titles can be read. */
    List<KnownTrack> kin(UUID artistId, Collection<String> titleKeys, Collection<String> isrcs) {
        return kin(artistId, false, titleKeys, isrcs);
    }

    /** All of the artist's tracks, as far as their titles can be read. */
    List<KnownTrack> all(UUID artistId) {
        return kin(artistId, true, List.of(), List.of());
    }

    private List<KnownTrack> kin(UUID artistId, boolean all, Collection<String> titleKeys, Collection<String> isrcs) {
        return jdbc
                .sql(KIN)
                .param("artistId", artistId)
                .param("all", all)
                .param("keys", titleKeys.toArray(String[]::new))
                .param("isrcs", isrcs.toArray(String[]::new))
                .query((row, number) -> known(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Gives tracks that are stored other songs, or their songs other keys. A song keeps its row, with all that was found
     * out about it, as long as it keeps most of its tracks.
     *
     * @param songs the wanted songs by the tracks' ids
     * @return the songs that are not what they were
     */
    List<UUID> regroup(UUID artistId, Map<UUID, SongKey> songs) {
        List<Wanted> tracks = songs.entrySet().stream()
                .map(track -> new Wanted(
                        track.getKey(),
                        track.getValue().titleKey(),
                        track.getValue().seconds()))
                .toList();
        return jdbc.sql(REGROUP)
                .param("artistId", artistId)
                .param("tracks", json.writeValueAsString(tracks))
                .query((row, number) -> row.getObject("song_id", UUID.class))
                .list();
    }

    /** Deletes those of the songs that lost all their tracks. */
    void forgetEmpty(Collection<UUID> songs) {
        jdbc.sql(FORGET_EMPTY)
                .param("songs", songs.toArray(UUID[]::new))
                .query()
                .singleRow();
    }

    private static Optional<KnownTrack> known(ResultSet row) throws SQLException {
        return KnownTrack.of(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("duration_ms", Integer.class),
                row.getString("isrc"),
                row.getString("turn"),
                new SongKey(row.getString("title_key"), row.getObject("seconds", Integer.class)));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Wanted(
            UUID trackId, String titleKey, @Nullable Integer seconds) {}
}
