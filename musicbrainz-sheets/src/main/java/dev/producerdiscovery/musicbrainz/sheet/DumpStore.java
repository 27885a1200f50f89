package dev.producerdiscovery.musicbrainz.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The imported dumps of MusicBrainz. Each question is about the dump that is in use at that moment. Thread-safe. */
final class DumpStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DumpStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A release as the dump has it. */
    record Dumped(JsonNode content, Instant takenAt) {}

    /**
     * The dumps that are in use.
     *
     * @param releases id of the dump of releases
     * @param takenAt when that was taken
     * @param works id of the dump of works; null when there is none
     */
    record InUse(int releases, Instant takenAt, @Nullable Integer works) {}

    /** Empty when there is no dump of releases. */
    Optional<InUse> inUse() {
        return jdbc.sql("""
                        select
                            r.id,
                            r.taken_at,
                            w.id as works
                        from musicbrainz_dumps r
                        left join musicbrainz_dumps w on w.kind = 'work' and w.state = 'in use'
                        where r.kind = 'release'
                            and r.state = 'in use'
                        """)
                .query((row, number) -> new InUse(
                        row.getInt("id"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getObject("works", Integer.class)))
                .optional();
    }

    /**
     * Remembers which releases the wanted albums and the artist's others are, as far as the dump knows them: by their
     * Spotify links, else by their barcodes.
     *
     * @return how many albums were found
     */
    int mapAlbums(Collection<UUID> wanted, UUID artist, Instant now) {
        return jdbc.sql("""
                        select look_up_dumped_albums(
                            cast(:wanted as uuid[]),
                            cast(:artist as uuid),
                            cast(:now as timestamptz))
                        """)
                .param("wanted", wanted.toArray(UUID[]::new))
                .param("artist", artist)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Dumped> release(UUID id) {
        return jdbc.sql("""
                        select
                            e.id,
                            e.content,
                            d.taken_at
                        from musicbrainz_dumps d
                        join musicbrainz_dump_entries e on e.dump_id = d.id
                        where d.kind = 'release'
                            and d.state = 'in use'
                            and e.id = cast(:id as uuid)
                        """).param("id", id).query((row, number) -> dumped(row)).optional();
    }

    /** The official releases that are by the artist, the oldest first. */
    List<Dumped> releasesOf(String artist) {
        return jdbc.sql("""
                        select
                            e.id,
                            e.content,
                            d.taken_at
                        from musicbrainz_dumps d
                        join musicbrainz_dump_keys k on k.dump_id = d.id
                        join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
                        where d.kind = 'release'
                            and d.state = 'in use'
                            and k.kind = 'artist'
                            and k.value = cast(:artist as text)
                        order by
                            e.content ->> 'date' nulls last,
                            e.id
                        """)
                .param("artist", artist)
                .query((row, number) -> dumped(row))
                .list();
    }

    /** For each recording that bears the code a release that it is on, by the recording's id. */
    Map<String, Dumped> releasesByIsrc(String isrc) {
        Map<String, Dumped> releases = new HashMap<>();
        jdbc.sql("""
                        select
                            k.target_id,
                            e.id,
                            e.content,
                            d.taken_at
                        from musicbrainz_dumps d
                        join musicbrainz_dump_keys k on k.dump_id = d.id
                        join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
                        where d.kind = 'release'
                            and d.state = 'in use'
                            and k.kind = 'isrc'
                            and k.value = cast(:isrc as text)
                        """).param("isrc", isrc).query(row -> {
            releases.put(row.getString("target_id"), dumped(row));
        });
        return releases;
    }

    /** Who wrote the works, in MusicBrainz' form, by their ids; nothing for those that the dump of works lacks. */
    Map<String, JsonNode> writers(List<UUID> works) {
        Map<String, JsonNode> writers = new HashMap<>();
        jdbc.sql("""
                        select
                            e.id,
                            e.content -> 'relations' as relations
                        from musicbrainz_dumps d
                        join musicbrainz_dump_entries e on e.dump_id = d.id
                        where d.kind = 'work'
                            and d.state = 'in use'
                            and e.id = any (cast(:works as uuid[]))
                        """).param("works", works.toArray(UUID[]::new)).query(row -> {
            writers.put(row.getString("id"), json.readTree(row.getString("relations")));
        });
        return writers;
    }

    private Dumped dumped(ResultSet row) throws SQLException {
        ObjectNode content = (ObjectNode) json.readTree(row.getString("content"));
        content.put("id", row.getString("id"));
        return new Dumped(
                content, row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
