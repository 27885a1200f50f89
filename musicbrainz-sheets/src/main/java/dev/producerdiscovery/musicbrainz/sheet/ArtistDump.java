package dev.producerdiscovery.musicbrainz.sheet;

import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The artists of an imported dump of MusicBrainz: those of a dump of artists with aliases and links, else those that official
 * releases are by. Believed as {@link ReleaseDump} is. Thread-safe.
 */
public final class ArtistDump {

    private static final String NAMED = """
            select
                e.id,
                e.content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.target_id
            where d.kind = 'artist'
            and d.state = 'in use'
            and k.kind = 'name'
            and k.value = left(cast(:value as text), 100)
            order by e.id
            """;

    private static final String CREDITED = """
            select
                k.target_id as id,
                c.artist as content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
            cross join lateral (
                select x -> 'artist' as artist
                from jsonb_array_elements(e.content -> 'artist-credit') as x
                where x -> 'artist' ->> 'id' = cast(k.target_id as text)
                limit 1
            ) as c
            where d.kind = 'release'
            and d.state = 'in use'
            and k.kind = 'name'
            and k.value = left(cast(:value as text), 100)
            order by k.target_id
            """;

    private static final String BY_ID = """
            select
                e.id,
                e.content
            from musicbrainz_dumps d
            join musicbrainz_dump_entries e on e.dump_id = d.id
            where d.kind = 'artist'
            and d.state = 'in use'
            and e.id = cast(:value as uuid)
            """;

    private static final String CREDITED_BY_ID = """
            select
                cast(c.artist ->> 'id' as uuid) as id,
                c.artist as content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
            cross join lateral (
                select x -> 'artist' as artist
                from jsonb_array_elements(e.content -> 'artist-credit') as x
                where x -> 'artist' ->> 'id' = k.value
                limit 1
            ) as c
            where d.kind = 'release'
            and d.state = 'in use'
            and k.kind = 'artist'
            and k.value = cast(:value as text)
            order by e.id
            limit 1
            """;

    private static final String RELEASES = """
            select count(*)
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            where d.kind = 'release'
            and d.state = 'in use'
            and k.kind = 'artist'
            and k.value = cast(:value as text)
            """;

    private final ReleaseDump releases;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param releases decides whether anything is believed */
    public ArtistDump(ReleaseDump releases, JdbcClient jdbc, JsonMapper json) {
        this.releases = releases;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether it says anything to whoever asks now. */
    public boolean isBelieved() {
        return releases.isBelieved();
    }

    /** Those of the name or, where artists were imported by themselves, of an alias; case and accents do not count. */
    public List<MbArtist> named(String name) {
        if (!isBelieved()) {
            return List.of();
        }
        String key = Folding.key(name);
        List<MbArtist> artists = read(NAMED, key);
        return artists.isEmpty() ? read(CREDITED, key) : artists;
    }

    /** Empty when the dump does not have the artist. */
    public Optional<MbArtist> artist(String id) {
        if (!isBelieved()) {
            return Optional.empty();
        }
        return read(BY_ID, id).stream()
                .findFirst()
                .or(() -> read(CREDITED_BY_ID, id).stream().findFirst());
    }

    /** How many official releases the artist has in it. */
    public int releaseCount(String id) {
        return jdbc.sql(RELEASES).param("value", id).query(Integer.class).single();
    }

    private List<MbArtist> read(String query, String value) {
        return jdbc.sql(query)
                .param("value", value)
                .query((row, number) -> artist(row))
                .list();
    }

    private MbArtist artist(ResultSet row) throws SQLException {
        ObjectNode content = (ObjectNode) json.readTree(row.getString("content"));
        return MusicBrainzJson.artist(content.put("id", row.getString("id")));
    }
}
