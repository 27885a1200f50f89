package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.TitleParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the songs of an artist that are known already. */
@Repository
class SongStore {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(cast(:key as text), 1))
            """;

    private static final String SONGS = """
            select
                song.normalized_name,
                first.name as title,
                first.duration_ms,
                array(
                    select distinct track.isrc
                    from tracks track
                    where track.song_id = song.id
                    and track.isrc is not null) as isrcs
            from normalized_tracks song
            join tracks first on first.id = song.representative_track_id
            where song.artist_id = cast(:artistId as uuid)
            and (
                regexp_replace(song.normalized_name, ' ~[0-9]+$', '') = any(cast(:keys as text[]))
                or exists (
                    select 1
                    from tracks track
                    where track.song_id = song.id
                    and track.isrc = any(cast(:isrcs as text[]))))
            order by song.created_at, song.normalized_name
            """;

    private static final String PLACES = """
            select track.spotify_id, song.artist_id, song.normalized_name
            from tracks track
            join normalized_tracks song on song.id = track.song_id
            where track.spotify_id = any(cast(:spotifyIds as text[]))
            """;

    private final JdbcClient jdbc;

    SongStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends, nobody else sorts songs of this artist: two albums at once would each find no "Intro"
     * and take their own for the first.
     */
    void lock(UUID artistId) {
        jdbc.sql(LOCK).param("key", "songs:" + artistId).query().singleRow();
    }

    /** The artist's songs to which one of the recordings could belong. */
    List<Song> songs(UUID artistId, Collection<Recording> recordings) {
        return jdbc.sql(SONGS)
                .param("artistId", artistId)
                .param("keys", texts(recordings.stream().map(Recording::key)))
                .param("isrcs", texts(recordings.stream().flatMap(recording -> Stream.ofNullable(recording.isrc()))))
                .query((row, number) -> song(row))
                .list();
    }

    /** The places that tracks have already, by the tracks' Spotify ids; with a joint album also among another's songs. */
    Map<String, Place> places(Collection<String> spotifyIds) {
        return jdbc
                .sql(PLACES)
                .param("spotifyIds", texts(spotifyIds.stream()))
                .query((row, number) -> Map.entry(
                        row.getString("spotify_id"),
                        new Place(row.getObject("artist_id", UUID.class), row.getString("normalized_name"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Song song(ResultSet row) throws SQLException {
        Recording first = Recording.of(
                TitleParser.parse(row.getString("title")), row.getObject("duration_ms", Integer.class), null);
        String[] isrcs = (String[]) row.getArray("isrcs").getArray();
        return new Song(row.getString("normalized_name"), first, Set.of(isrcs));
    }

    private static String[] texts(Stream<String> texts) {
        return texts.distinct().toArray(String[]::new);
    }
}
