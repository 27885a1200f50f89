package dev.producerdiscovery.catalog.tracks;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.tracks.Track.Release;
import dev.producerdiscovery.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads tracks. */
@Repository
public class Tracks {

    private final JdbcClient database;
    private final Credits credits;

    Tracks(JdbcClient database, Credits credits) {
        this.database = database;
        this.credits = credits;
    }

    /** The songs whose title resembles the term, best first; a blank term finds none. */
    public List<FoundTrack> find(String term, int limit) {
        return term.isEmpty()
                ? List.of()
                : database.sql("""
                                select track_id, name, artist_id, artist_name, album_name, release_date, producer_count
                                from find_songs(cast(:term as text), cast(:limit as integer))
                                """)
                        .param("term", term)
                        .param("limit", limit)
                        .query((row, number) -> new FoundTrack(
                                Columns.uuid(row, "track_id"),
                                row.getString("name"),
                                Columns.uuid(row, "artist_id"),
                                row.getString("artist_name"),
                                row.getString("album_name"),
                                Columns.date(row, "release_date"),
                                row.getLong("producer_count")))
                        .list();
    }

    /**
     * An id that turned out to be another track's is answered with that track.
     *
     * @throws NotFound when there is no such track
     */
    @Transactional(readOnly = true)
    public Track one(UUID id) {
        return database.sql("""
                        select
                            t.id, t.name, t.song_id, t.isrc, t.spotify_id, t.musicbrainz_id, t.duration_ms,
                            t.popularity, al.spotify_id as album_spotify_id,
                            al.musicbrainz_id as album_musicbrainz_id, al.name as album_name, al.release_date, a.id as artist_id, a.name as artist_name
                        from tracks t
                        join albums al on al.id = t.album_id
                        left join normalized_tracks s on s.id = t.song_id
                        join artists a on a.id = coalesce(s.artist_id, al.artist_id)
                        where t.id = kept_row(cast(:id as uuid))
                        """)
                .param("id", id)
                .query((row, number) -> track(row))
                .optional()
                .orElseThrow(() -> new NotFound("No track has the id " + id + "."));
    }

    private Track track(ResultSet row) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        UUID song = row.getObject("song_id", UUID.class);
        return new Track(
                id,
                row.getString("name"),
                Columns.uuid(row, "artist_id"),
                row.getString("artist_name"),
                row.getString("album_name"),
                Columns.date(row, "release_date"),
                row.getString("isrc"),
                row.getString("spotify_id"),
                row.getString("musicbrainz_id"),
                row.getString("album_spotify_id"),
                row.getString("album_musicbrainz_id"),
                length(Columns.integer(row, "duration_ms")),
                Columns.integer(row, "popularity"),
                releases(id),
                credits.of(id, song),
                credits.answers(song));
    }

    private static @Nullable Duration length(@Nullable Integer milliseconds) {
        return milliseconds == null ? null : Duration.ofMillis(milliseconds);
    }

    private List<Release> releases(UUID id) {
        return database.sql("""
                        select other.id, other.name, other.isrc, al.name as album_name, al.release_date
                        from tracks t
                        join tracks other on other.song_id = t.song_id and other.id <> t.id
                        join albums al on al.id = other.album_id
                        where t.id = cast(:id as uuid)
                        order by al.release_date nulls last, al.name collate "C", other.id
                        """)
                .param("id", id)
                .query((row, number) -> new Release(
                        Columns.uuid(row, "id"),
                        row.getString("name"),
                        row.getString("album_name"),
                        Columns.date(row, "release_date"),
                        row.getString("isrc")))
                .list();
    }
}
