package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps who our artists are at MusicBrainz and what it has of them, for all songs and all replicas. Written outside the
 * settlement: it is true whatever becomes of the message that asked. Thread-safe.
 */
final class ArtistStore {

    private static final TypeReference<List<SheetTrack>> RECORDINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<SheetCredit>>> RELEASES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ArtistStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Who an artist of ours is there.
     *
     * @param artist the id there; null when MusicBrainz does not know the artist
     */
    record Lookup(@Nullable String artist, Instant at) {}

    /**
     * What the catalogue says or, where that is silent, what was found out before, unless it is to be found out again at
     * {@code now}. That nobody was found holds until there
     * is an album by which somebody might be: else it would matter how many were listed when the first song was asked about.
     */
    Optional<Lookup> lookup(UUID artist, Instant now) {
        return jdbc.sql("""
                        select
                            a.musicbrainz_id as source_artist_id,
                            cast(:now as timestamptz) as looked_at
                        from artists a
                        where a.id = cast(:artist as uuid)
                            and a.musicbrainz_id is not null
                        union all
                        select
                            k.source_artist_id,
                            k.looked_at
                        from artist_lookups k
                        join artists known on known.id = k.artist_id
                        where k.source = 'musicbrainz'
                            and k.artist_id = cast(:artist as uuid)
                            and known.musicbrainz_id is null
                            and (k.ask_again_at is null or k.ask_again_at > cast(:now as timestamptz))
                            and (k.source_artist_id is not null
                                or not exists (
                                    select
                                    from artist_albums aa
                                    join albums a on a.id = aa.album_id
                                    left join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
                                    where aa.artist_id = k.artist_id
                                        and a.spotify_id is not null
                                        and (l.album_id is null
                                            or (l.looked_at > k.looked_at and cardinality(l.release_ids) > 0))))
                        """)
                .param("artist", artist)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Lookup(
                        row.getString("source_artist_id"),
                        row.getObject("looked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Remembers who the artist is there; nobody is asked about again at {@code askAgainAt}. */
    void saveLookup(UUID artist, @Nullable String there, Instant askAgainAt) {
        jdbc.sql("""
                        select record_artist_lookup(
                            cast(:artist as uuid),
                            'musicbrainz',
                            cast(:there as text),
                            cast(:ask_again_at as timestamptz))
                        """)
                .param("artist", artist)
                .param("there", there)
                .param("ask_again_at", askAgainAt.atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows();
    }

    /** Null when the artist is not on Spotify. */
    @Nullable
    String spotifyIdOf(UUID artist) {
        return jdbc.sql("select spotify_id from artists where id = cast(:artist as uuid)")
                .param("artist", artist)
                .query((row, number) -> Optional.ofNullable(row.getString("spotify_id")))
                .optional()
                .flatMap(id -> id)
                .orElse(null);
    }

    /** Some of the releases that the artist's albums are, always the same of the same albums: own and large ones first. */
    List<String> someReleasesOf(UUID artist, int most) {
        return jdbc.sql("""
                        select l.release_ids[1] as release_id
                        from artist_albums aa
                        join albums a on a.id = aa.album_id
                        join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
                        where aa.artist_id = cast(:artist as uuid)
                            and cardinality(l.release_ids) > 0
                        order by
                            a.artist_id = aa.artist_id desc,
                            coalesce(cast(a.metadata ->> 'total_tracks' as integer), 0) desc,
                            a.spotify_id
                        limit cast(:most as integer)
                        """)
                .param("artist", artist)
                .param("most", most)
                .query((row, number) -> row.getString("release_id"))
                .list();
    }

    /** Some of the ISRCs of the artist's songs, always the same of the same songs. */
    Set<String> someIsrcsOf(UUID artist, int most) {
        return jdbc.sql("""
                        select t.isrc
                        from normalized_tracks n
                        join tracks t on t.song_id = n.id
                        where n.artist_id = cast(:artist as uuid)
                            and t.isrc is not null
                        group by t.isrc
                        order by t.isrc
                        limit cast(:most as integer)
                        """)
                .param("artist", artist)
                .param("most", most)
                .query((row, number) -> row.getString("isrc"))
                .set();
    }

    /** What is kept of an artist there; empty when it has to be read. */
    Optional<ArtistWork> work(String artist, Instant now) {
        return jdbc.sql("""
                        select
                            recordings,
                            releases,
                            left_out,
                            observed_at
                        from source_artists
                        where source = 'musicbrainz'
                            and artist_id = cast(:artist as text)
                            and ask_again_at > cast(:now as timestamptz)
                        """)
                .param("artist", artist)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ArtistWork(
                        json.readValue(row.getString("recordings"), RECORDINGS),
                        json.readValue(row.getString("releases"), RELEASES),
                        row.getInt("left_out"),
                        row.getObject("observed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Keeps it until {@code askAgainAt}. */
    void save(String artist, ArtistWork work, Instant askAgainAt) {
        jdbc.sql("""
                        select record_source_artist(
                            'musicbrainz',
                            cast(:artist as text),
                            cast(:recordings as jsonb),
                            cast(:releases as jsonb),
                            cast(:left_out as integer),
                            cast(:ask_again_at as timestamptz))
                        """)
                .param("artist", artist)
                .param("recordings", json.writeValueAsString(work.recordings()))
                .param("releases", json.writeValueAsString(work.releases()))
                .param("left_out", work.leftOut())
                .param("ask_again_at", askAgainAt.atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows();
    }
}
