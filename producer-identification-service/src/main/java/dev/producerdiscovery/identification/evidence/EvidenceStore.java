package dev.producerdiscovery.identification.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the sources answered. Each method joins the caller's transaction: evidence, producers, credits and the
 * next messages are stored together or not at all. Thread-safe.
 */
public final class EvidenceStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public EvidenceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Stores the answers and ends the identification of each song. What was answered before is replaced, also that of
     * sources that were not asked now, unless the result is provisional. A song that is part of another one by now, or was
     * settled with more tracks meanwhile, is left as it is. The sums of whom it credits follow with {@code summarise_stale}.
     *
     * <p>In one statement with the question whom to look up, as the people are locked from its end to the commit: over a
     * slow network each statement more makes others wait who name one of them.
     *
     * @param roles whom of them somebody looks for
     * @return producers of the songs whose profile is missing or stale, and for whom nobody has asked yet; asked for now
     */
    public List<NewProducer> settle(Collection<SettledSong> songs, Collection<String> roles, Duration staleAfter) {
        List<SongRow> rows = songs.stream()
                .map(song -> new SongRow(
                        song.id(),
                        song.version(),
                        song.answers().stream()
                                .map(answer -> new AnswerRow(answer.source(), ClaimRow.of(answer)))
                                .toList()))
                .toList();
        return jdbc.sql("""
                        with settled as materialized (
                            select settle_songs(cast(:songs as jsonb)) as song_ids
                            from summarise_later()
                        )
                        select
                            c.song_id,
                            c.producer_id,
                            c.producer_name
                        from settled s
                        cross join lateral claim_producers_enrichment(
                            s.song_ids, cast(:roles as text[]), make_interval(secs => cast(:stale as double precision))) as c
                        """)
                .param("songs", json.writeValueAsString(rows))
                .param("roles", roles.toArray(String[]::new))
                .param("stale", (double) staleAfter.toSeconds())
                .query((row, number) -> new NewProducer(
                        row.getObject("song_id", UUID.class),
                        row.getObject("producer_id", UUID.class),
                        row.getString("producer_name")))
                .list();
    }

    /** A producer whose profile is to be looked for, and a song by whose identification that became known. */
    public record NewProducer(UUID song, UUID id, String name) {}

    private record SongRow(@JsonProperty("song_id") UUID songId, String version, List<AnswerRow> answers) {}

    private record AnswerRow(String source, List<ClaimRow> claims) {}
}
