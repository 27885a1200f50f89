package dev.producerdiscovery.identification.song;

import dev.producerdiscovery.matching.title.TitleParser;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads songs and their history. Thread-safe. */
public final class SongReader {

    // Whether more is to come is of the same moment as what is there. Asked a statement later, the last album may have
    // come
    // in between: then the listing is over, and the song seems complete without it.
    private static final String SONG = """
            with s as materialized (
                select
                    n.*,
                    song_version(n.id) as version,
                    artist_is_being_listed(
                        n.artist_id, make_interval(secs => cast(:patience as double precision))) as growing
                from tracks asked
                join normalized_tracks n on n.id = asked.song_id
                where asked.id = cast(:track as uuid)
            )
            select
                s.id as song_id,
                s.version,
                s.growing,
                s.artist_id,
                ar.name as artist_name,
                exists (
                    select 1
                    from normalized_tracks o
                    where o.artist_id = s.artist_id
                        and o.id <> s.id
                        and o.title_key = s.title_key) as has_namesake,
                t.id as track_id,
                t.id = s.representative_track_id as representative,
                t.spotify_id,
                t.name,
                t.isrc,
                t.duration_ms,
                cast(t.metadata ->> 'disc_number' as integer) as disc,
                cast(t.metadata ->> 'track_number' as integer) as position,
                array(
                    select a ->> 'name'
                    from jsonb_array_elements(coalesce(t.metadata -> 'artists', '[]')) with ordinality as x (a, place)
                    where a ->> 'name' <> ''
                    order by place) as artists,
                al.id as album_id,
                al.spotify_id as album_spotify_id,
                al.name as album_name,
                cast(extract(year from al.release_date) as integer) as release_year
            from s
            join artists ar on ar.id = s.artist_id
            join tracks t on t.song_id = s.id
            join albums al on al.id = t.album_id
            order by
                coalesce(cast(al.metadata ->> 'total_tracks' as integer), 0) desc,
                al.release_date,
                t.spotify_id,
                t.id
            """;

    private static final String HISTORY = """
            select
                (
                    select p.last_processed_at
                    from processing_status p
                    where p.entity_type = 'song'
                        and p.entity_id = cast(:song as text)
                        and p.state = 'COMPLETED') as completed_at,
                (
                    select p.metadata ->> 'version'
                    from processing_status p
                    where p.entity_type = 'song'
                        and p.entity_id = cast(:song as text)
                        and p.state = 'COMPLETED') as version,
                exists (
                    select 1
                    from song_credits(cast(:song as uuid)) c
                    where credit_family(c.role) = 'producing') as produced,
                song_has_new_albums(cast(:song as uuid), cast(:now as timestamptz)) as new_albums
            """;

    private static final String NEXT_QUESTIONS = """
            select
                e.source,
                max(e.ask_again_at) as next_question
            from credit_evidence e
            where e.song_id = cast(:song as uuid)
            group by e.source
            having bool_and(e.outcome <> 'credited')
                and max(e.ask_again_at) is not null
            """;

    private final JdbcClient jdbc;
    private final Duration patience;

    /** @param patience what is listed later than in this time does not count as coming */
    public SongReader(JdbcClient jdbc, Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /**
     * A song at a moment.
     *
     * @param growing whether the artist's tracks were still being listed then
     */
    public record Reading(Song song, boolean growing) {}

    /** The song that a track belongs to; empty when there is no such track, or it belongs to no song. */
    public Optional<Reading> songOf(UUID trackId) {
        List<Row> rows = jdbc.sql(SONG)
                .param("track", trackId)
                .param("patience", (double) patience.toSeconds())
                .query(SongReader::row)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row first = rows.getFirst();
        Row representative =
                rows.stream().filter(Row::representative).findFirst().orElse(first);
        Song song = new Song(
                first.songId(),
                first.version(),
                first.artistId(),
                first.artist(),
                TitleParser.parse(representative.track().name()),
                first.hasNamesake(),
                rows.stream().map(Row::track).toList());
        return Optional.of(new Reading(song, first.growing()));
    }

    /** What was answered about a song before {@code now}. */
    public SongHistory historyOf(UUID songId, Instant now) {
        Map<String, Instant> nextQuestions = new HashMap<>();
        jdbc.sql(NEXT_QUESTIONS).param("song", songId).query(row -> {
            nextQuestions.put(row.getString("source"), instant(row, "next_question"));
        });
        return jdbc.sql(HISTORY)
                .param("song", songId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SongHistory(
                        nullableInstant(row, "completed_at"),
                        row.getString("version"),
                        row.getBoolean("produced"),
                        row.getBoolean("new_albums"),
                        nextQuestions))
                .single();
    }

    private record Row(
            UUID songId,
            String version,
            boolean growing,
            UUID artistId,
            String artist,
            boolean hasNamesake,
            boolean representative,
            SongTrack track) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        SongTrack.Album album = new SongTrack.Album(
                row.getObject("album_id", UUID.class),
                row.getString("album_spotify_id"),
                row.getString("album_name"),
                row.getObject("release_year", Integer.class));
        SongTrack track = new SongTrack(
                row.getObject("track_id", UUID.class),
                row.getString("spotify_id"),
                row.getString("name"),
                row.getString("isrc"),
                row.getObject("duration_ms", Integer.class),
                row.getObject("disc", Integer.class),
                row.getObject("position", Integer.class),
                strings(row.getArray("artists")),
                album);
        return new Row(
                row.getObject("song_id", UUID.class),
                row.getString("version"),
                row.getBoolean("growing"),
                row.getObject("artist_id", UUID.class),
                row.getString("artist_name"),
                row.getBoolean("has_namesake"),
                row.getBoolean("representative"),
                track);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
