package dev.producerdiscovery.identification.musicbrainz;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps which releases albums are, for all songs and all replicas. Written outside the settlement: it is
 * true whatever becomes of the message that asked. Thread-safe.
 */
final class MusicBrainzStore {

    /** The most links that one mapping call takes. */
    static final int MAPPED_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MusicBrainzStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An album that can be looked up by its Spotify link. */
    record UnmappedAlbum(UUID id, String spotifyId) {}

    /** The releases of each album, for the albums whose look-up holds at {@code now}. */
    Map<UUID, List<String>> releasesOf(Collection<UUID> albums, Instant now) {
        Map<UUID, List<String>> releases = new HashMap<>();
        jdbc.sql("""
                        select
                            album_id,
                            release_ids
                        from album_lookups
                        where source = 'musicbrainz'
                            and album_id = any (cast(:albums as uuid[]))
                            and (ask_again_at is null or ask_again_at > cast(:now as timestamptz))
                        """)
                .param("albums", albums.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    String[] ids = (String[]) row.getArray("release_ids").getArray();
                    releases.put(row.getObject("album_id", UUID.class), List.of(ids));
                });
        return releases;
    }

    /** Albums to look up in one call: the wanted ones first, filled up with others of the artist. */
    List<UnmappedAlbum> unmapped(Collection<UUID> wanted, UUID artist, Instant now) {
        return jdbc.sql("""
                        select
                            a.id,
                            a.spotify_id
                        from albums a
                        left join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
                        where a.spotify_id is not null
                            and a.musicbrainz_id is null
                            and (l.album_id is null or l.ask_again_at <= cast(:now as timestamptz))
                            and (a.id = any (cast(:wanted as uuid[]))
                                or a.id in (
                                    select aa.album_id
                                    from artist_albums aa
                                    where aa.artist_id = cast(:artist as uuid)))
                        order by
                            a.id = any (cast(:wanted as uuid[])) desc,
                            a.id
                        limit cast(:limit as integer)
                        """)
                .param("wanted", wanted.toArray(UUID[]::new))
                .param("artist", artist)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", MAPPED_AT_ONCE)
                .query((row, number) -> new UnmappedAlbum(row.getObject("id", UUID.class), row.getString("spotify_id")))
                .list();
    }

    /** Remembers which releases the albums are; an album that is none is asked for again at {@code askAgainAt}. */
    void saveLookups(Map<UUID, List<String>> releases, Instant askAgainAt) {
        jdbc.sql("""
                        select record_album_lookups(
                            'musicbrainz',
                            cast(:lookups as jsonb),
                            cast(:ask_again_at as timestamptz))
                        """)
                .param("ask_again_at", askAgainAt.atOffset(ZoneOffset.UTC))
                .param(
                        "lookups",
                        json.writeValueAsString(releases.entrySet().stream()
                                .map(entry -> Map.of("album_id", entry.getKey(), "release_ids", entry.getValue()))
                                .toList()))
                .query()
                .listOfRows();
    }
}
