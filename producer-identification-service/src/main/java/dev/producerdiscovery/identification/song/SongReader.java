package dev.producerdiscovery.identification.song;

import dev.producerdiscovery.matching.title.TitleParser;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads songs and their history. Thread-safe. */
public final class SongReader {

    // Everything is of one moment. Asked a statement later whether more is to come, the last album may have come in
    // between: then the listing is over, and the song seems complete without it. What was answered before matters only
    // where the song was identified. Its credits are read where they are kept, at its tracks: to add evidence and
    // corrections up again takes longer than all else, and most of a song's messages find it identified.
    private static final String SONG = """
            with s as materialized (
                select
                    n.*,
                    song_version(n.id) as version,
                    artist_is_being_listed(
                        n.artist_id, make_interval(secs => cast(:patience as double precision))) as growing,
                    p.last_processed_at as completed_at,
                    p.metadata ->> 'version' as completed_version,
                    p.id is not null
                        and exists (
                            select 1
                            from tracks t
                            join track_producers c on c.track_id = t.id
                            join credit_roles r on r.label = c.role
                            where t.song_id = n.id
                                and r.family = 'producing') as produced,
                    p.id is not null and song_has_new_albums(n.id, cast(:now as timestamptz)) as new_albums,
                    (
                        select jsonb_object_agg(q.source, q.ask_again_at)
                        from (
                            select
                                e.source,
                                max(e.ask_again_at) as ask_again_at
                            from credit_evidence e
                            where e.song_id = n.id
                            group by e.source
                            having bool_and(e.outcome <> 'credited')
                                and max(e.ask_again_at) is not null
                        ) as q
                    ) as next_questions
                from tracks asked
                join normalized_tracks n on n.id = asked.song_id
                left join processing_status p
                    on p.entity_type = 'song'
                    and p.entity_id = cast(n.id as text)
                    and p.state = 'COMPLETED'
                -- Messages that are under way name a track that may have become part of another.
                where asked.id = kept_row(cast(:track as uuid))
            )
            select
                s.id as song_id,
                s.version,
                s.growing,
                s.completed_at,
                s.completed_version,
                s.produced,
                s.new_albums,
                s.next_questions,
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
                t.musicbrainz_id,
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
                al.musicbrainz_id as album_musicbrainz_id,
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
                t.musicbrainz_id,
                t.id
            """;

    private static final TypeReference<Map<String, Instant>> NEXT_QUESTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Duration patience;

    /** @param patience what is listed later than in this time does not count as coming */
    public SongReader(JdbcClient jdbc, JsonMapper json, Duration patience) {
        this.jdbc = jdbc;
        this.json = json;
        this.patience = patience;
    }

    /**
     * A song at a moment.
     *
     * @param history what was answered about it before
     * @param growing whether the artist's tracks were still being listed then
     */
    public record Reading(Song song, SongHistory history, boolean growing) {}

    /** The song that a track belongs to; empty when there is no such track, or it belongs to no song. */
    public Optional<Reading> songOf(UUID trackId, Instant now) {
        List<Row> rows = jdbc.sql(SONG)
                .param("track", trackId)
                .param("patience", (double) patience.toSeconds())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::row)
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
        return Optional.of(new Reading(song, first.history().about(song), first.growing()));
    }

    private record Row(
            UUID songId,
            String version,
            boolean growing,
            SongHistory history,
            UUID artistId,
            String artist,
            boolean hasNamesake,
            boolean representative,
            SongTrack track) {}

    private Row row(ResultSet row, int number) throws SQLException {
        SongTrack.Album album = new SongTrack.Album(
                row.getObject("album_id", UUID.class),
                row.getString("album_spotify_id"),
                row.getString("album_musicbrainz_id"),
                row.getString("album_name"),
                row.getObject("release_year", Integer.class));
        SongTrack track = new SongTrack(
                row.getObject("track_id", UUID.class),
                row.getString("spotify_id"),
                row.getString("musicbrainz_id"),
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
                history(row),
                row.getObject("artist_id", UUID.class),
                row.getString("artist_name"),
                row.getBoolean("has_namesake"),
                row.getBoolean("representative"),
                track);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private SongHistory history(ResultSet row) throws SQLException {
        return new SongHistory(
                nullableInstant(row, "completed_at"),
                row.getString("completed_version"),
                row.getBoolean("produced"),
                row.getBoolean("new_albums"),
                nextQuestions(row.getString("next_questions")));
    }

    private Map<String, Instant> nextQuestions(@Nullable String bySource) {
        return bySource == null ? Map.of() : json.readValue(bySource, NEXT_QUESTIONS);
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
