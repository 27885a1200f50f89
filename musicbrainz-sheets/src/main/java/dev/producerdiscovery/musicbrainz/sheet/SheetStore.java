package dev.producerdiscovery.musicbrainz.sheet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was read of releases, for all stages and all replicas. Written outside the settlement: it is true whatever
 * becomes of the message that asked. Thread-safe.
 */
public final class SheetStore {

    private static final TypeReference<List<SheetTrack>> SHEET = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public SheetStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Under what is kept what is known of an artist's recordings that are on none of the albums: who made a song is often said
     * of the one on a compilation only.
     */
    public static String elsewhere(String artist) {
        return "artist:" + artist;
    }

    /** The tracks of a release that is at hand; empty when it has to be read. */
    public Optional<List<SheetTrack>> sheet(String releaseId, Instant now) {
        return jdbc.sql("""
                        select tracks
                        from source_releases
                        where source = 'musicbrainz'
                            and release_id = cast(:release as text)
                            and ask_again_at > cast(:now as timestamptz)
                        """)
                .param("release", releaseId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(this::parse);
    }

    /** Keeps the tracks of a release until {@code askAgainAt}. */
    public void saveSheet(String releaseId, List<SheetTrack> tracks, Instant askAgainAt) {
        jdbc.sql("""
                        select record_source_release(
                            'musicbrainz',
                            cast(:release as text),
                            cast(:tracks as jsonb),
                            cast(:ask_again_at as timestamptz))
                        """)
                .param("release", releaseId)
                .param("tracks", json.writeValueAsString(tracks))
                .param("ask_again_at", askAgainAt.atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows();
    }

    private List<SheetTrack> parse(String tracks) {
        return json.readValue(tracks, SHEET);
    }
}
