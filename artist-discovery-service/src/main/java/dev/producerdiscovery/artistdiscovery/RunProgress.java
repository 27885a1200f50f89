package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a discovery run is, as {@code discovery_run_progress} tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunProgress(
        @JsonAlias("correlation_id") UUID correlationId,
        @Nullable ArtistQuery asked,

        @Schema(
                description = "queued, running, 'waiting for <provider> until <time>', ambiguous, not_found, refused,"
                        + " complete or 'complete with failures'")
        String state,

        @JsonAlias("artist_id") @Nullable UUID artistId,
        @JsonAlias("artist_name") @Nullable String artistName,

        @Schema(description = "Who could be meant, when the state is ambiguous: ask again with one of the ids")
        @Nullable
        List<Candidate> candidates,

        @Nullable List<Stage> stages,
        @Nullable List<Waiting> waiting,

        @Schema(description = "The calls that the run is expected to make in all, kept answers not counted") @Nullable
        List<Cost> estimate,

        @Schema(description = "What was left out on purpose, in sentences") @Nullable
        List<String> notes,

        @JsonAlias("started_at") @Nullable Instant startedAt,
        @JsonAlias("finished_at") @Nullable Instant finishedAt) {

    /** The run's messages in one queue, by what became of them. */
    record Stage(
            String queue,
            long pending,
            @JsonAlias("in_flight") long inFlight,
            long done,
            long dead) {}

    /** A provider that has work of this run waiting. */
    record Waiting(String provider, Instant until, @Nullable String reason) {}

    /**
     * What a run is expected to take of a provider.
     *
     * @param bucket a group of endpoints, or * for all of the provider
     * @param exact once the artist's albums are counted
     * @param used how many of the calls were made, where calls are counted
     */
    record Cost(
            String provider,
            String bucket,
            long calls,
            boolean exact,
            @Nullable Long used) {}

    /** Messages that are still to be finished. */
    @JsonProperty
    long left() {
        return stages == null
                ? 0
                : stages.stream()
                        .mapToLong(stage -> stage.pending() + stage.inFlight())
                        .sum();
    }
}
