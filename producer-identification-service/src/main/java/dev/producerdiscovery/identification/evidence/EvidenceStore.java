package dev.producerdiscovery.identification.evidence;

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
     * Stores the answers and ends the song's identification, as the song was at {@code version}. What was answered before
     * is replaced, also that of sources that were not asked now, unless the result is provisional.
     */
    public void settle(UUID songId, Collection<Answer> answers, String version) {
        List<StoredAnswer> stored = answers.stream()
                .map(answer -> new StoredAnswer(answer.source(), ClaimRow.of(answer)))
                .toList();
        jdbc.sql("select settle_song(cast(:song as uuid), cast(:answers as jsonb), cast(:version as text))")
                .param("song", songId)
                .param("answers", json.writeValueAsString(stored))
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** Producers of the song whose profile is missing or stale, and for whom nobody has asked yet; asked for now. */
    public List<NewProducer> claimForEnrichment(UUID songId, Collection<String> roles, Duration staleAfter) {
        return jdbc.sql("""
                        select
                            producer_id,
                            producer_name
                        from claim_producer_enrichment(
                            cast(:song as uuid), cast(:roles as text[]), make_interval(secs => cast(:stale as double precision)))
                        """)
                .param("song", songId)
                .param("roles", roles.toArray(String[]::new))
                .param("stale", (double) staleAfter.toSeconds())
                .query((row, number) ->
                        new NewProducer(row.getObject("producer_id", UUID.class), row.getString("producer_name")))
                .list();
    }

    /** A producer whose profile is to be looked for. */
    public record NewProducer(UUID id, String name) {}

    private record StoredAnswer(String source, List<ClaimRow> claims) {}
}
