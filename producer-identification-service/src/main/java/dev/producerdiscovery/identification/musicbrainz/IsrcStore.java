package dev.producerdiscovery.identification.musicbrainz;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known already about recordings by their ISRCs, to tell which codes are worth a question. Thread-safe. */
final class IsrcStore {

    private final JdbcClient jdbc;

    IsrcStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when a release at hand, of one of these albums, holds the recording with that ISRC. */
    boolean isOnRelease(String isrc, Collection<UUID> albums) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from album_lookups l
                            join source_releases r on r.source = l.source and r.release_id = any (l.release_ids)
                            where l.source = 'musicbrainz'
                                and l.album_id = any (cast(:albums as uuid[]))
                                and r.tracks @> jsonb_build_array(
                                    jsonb_build_object('isrcs', jsonb_build_array(cast(:isrc as text)))))
                        """)
                .param("albums", albums.toArray(UUID[]::new))
                .param("isrc", isrc)
                .query(Boolean.class)
                .single();
    }

    /** How many ISRCs of the artist were asked for, and how many of these answers credited somebody. */
    Yield yieldOf(UUID artist) {
        return jdbc.sql("""
                        select
                            count(*) as asked,
                            count(*) filter (where jsonb_path_exists(a.tracks, '$[*].credits[*]')) as credited
                        from (
                            select distinct r.release_id, r.tracks
                            from normalized_tracks s
                            join tracks t on t.song_id = s.id
                            join source_releases r on r.release_id = 'isrc:' || t.isrc and r.source = 'musicbrainz'
                            where s.artist_id = cast(:artist as uuid)) a
                        """)
                .param("artist", artist)
                .query((row, number) -> new Yield(row.getInt("asked"), row.getInt("credited")))
                .single();
    }

    /** What came of asking for ISRCs. */
    record Yield(int asked, int credited) {}
}
