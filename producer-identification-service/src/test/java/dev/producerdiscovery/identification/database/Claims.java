package dev.producerdiscovery.identification.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Calls the database functions as the service does. */
final class Claims {

    private static final JsonMapper JSON = JsonMapper.shared();

    final JdbcClient jdbc;

    Claims(DataSource worker) {
        this.jdbc = JdbcClient.create(worker);
    }

    /** A claim that somebody with that id produced the song. */
    static String producer(@Nullable String id, String name) {
        return claim(id, name, name, "producer", 0.9);
    }

    static String claim(@Nullable String id, String person, String printed, String role, double strength) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("outcome", "credited");
        claim.put("raw_name", printed);
        claim.put("person_name", person);
        claim.put("name_key", person.toLowerCase(Locale.ROOT));
        claim.put("raw_name_key", printed.toLowerCase(Locale.ROOT));
        claim.put("raw_role", role);
        claim.put("role", role);
        Optional.ofNullable(id).ifPresent(value -> claim.put("source_person_id", value));
        claim.put("source_song_id", "page");
        claim.put("match_kind", "test");
        claim.put("match_strength", strength);
        return JSON.writeValueAsString(claim);
    }

    static String nobody() {
        return JSON.writeValueAsString(Map.of("outcome", "none_found", "ask_again_at", "2030-01-01T00:00:00Z"));
    }

    void say(UUID song, String source, String... claims) {
        String answers = "[{\"source\": \"%s\", \"claims\": [%s]}]".formatted(source, String.join(", ", claims));
        jdbc.sql("select settle_song(:song, cast(:answers as jsonb))")
                .param("song", song)
                .param("answers", answers)
                .query(Integer.class)
                .single();
    }

    /** The producers that stand for themselves, by name. */
    List<String> producers() {
        return jdbc.sql("select name from producers where merged_into is null order by name")
                .query((row, number) -> row.getString(1))
                .list();
    }

    UUID producer(String name) {
        return jdbc.sql("select id from producers where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** The credits of a song's tracks as "name: role, verification". */
    List<String> credits(UUID song) {
        return jdbc.sql("""
                        select distinct p.name || ': ' || tp.role || ', ' || tp.verification
                        from track_producers tp
                        join tracks t on t.id = tp.track_id
                        join producers p on p.id = tp.producer_id
                        where t.song_id = :song
                        order by 1
                        """)
                .param("song", song)
                .query((row, number) -> row.getString(1))
                .list();
    }

    double confidence(UUID song, String name) {
        return jdbc.sql("""
                        select distinct tp.confidence
                        from track_producers tp
                        join tracks t on t.id = tp.track_id
                        join producers p on p.id = tp.producer_id
                        where t.song_id = :song
                            and p.name = :name
                        """)
                .param("song", song)
                .param("name", name)
                .query(Double.class)
                .single();
    }

    /** The first column of every row, as text. */
    List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
