package dev.producerdiscovery.artistdiscovery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The discovery runs: what was asked, what came of it, how far it is. */
@Repository
class RunStore {

    private static final String BEGIN = """
            select begin_discovery_run(
                cast(:correlationId as uuid),
                cast(:asked as jsonb))
            """;

    private static final String ENQUEUE = """
            select pg_enqueue(
                cast(:queue as text),
                cast(:body as jsonb))
            """;

    private static final String RECORD_OUTCOME = """
            select record_discovery_outcome(
                cast(:correlationId as uuid),
                cast(:state as text),
                cast(:artistId as uuid),
                cast(:candidates as jsonb))
            """;

    private static final String PROGRESS = """
            select discovery_run_progress(cast(:correlationId as uuid))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Opens the run; does nothing when it is open already. */
    void begin(UUID correlationId, ArtistQuery asked) {
        jdbc.sql(BEGIN)
                .param("correlationId", correlationId)
                .param("asked", json.writeValueAsString(asked))
                .query(Boolean.class)
                .single();
    }

    /** Puts the run's first message into the queue. Returns the message id. */
    long enqueue(ArtistDiscoveryRequest message) {
        return jdbc.sql(ENQUEUE)
                .param("queue", ArtistDiscoveryWorker.QUEUE)
                .param("body", json.writeValueAsString(message))
                .query(Long.class)
                .single();
    }

    void running(UUID correlationId, UUID artistId) {
        record(correlationId, "running", artistId, null);
    }

    void ambiguous(UUID correlationId, List<Candidate> candidates) {
        record(correlationId, "ambiguous", null, json.writeValueAsString(candidates));
    }

    void notFound(UUID correlationId) {
        record(correlationId, "not_found", null, null);
    }

    void refused(UUID correlationId) {
        record(correlationId, "refused", null, null);
    }

    /** Raises P0002 when there is no such run. */
    RunProgress progress(UUID correlationId) {
        String progress = jdbc.sql(PROGRESS)
                .param("correlationId", correlationId)
                .query(String.class)
                .single();
        return json.readValue(progress, RunProgress.class);
    }

    private void record(UUID correlationId, String state, @Nullable UUID artistId, @Nullable String candidates) {
        jdbc.sql(RECORD_OUTCOME)
                .param("correlationId", correlationId)
                .param("state", state)
                .param("artistId", artistId)
                .param("candidates", candidates)
                .query((row, number) -> state)
                .single();
    }
}
