package dev.producerdiscovery.artistdiscovery;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts discovery runs. */
@Service
class Discoveries {

    private final RunStore runs;
    private final Supplier<UUID> newId;

    Discoveries(RunStore runs, Supplier<UUID> newId) {
        this.runs = runs;
        this.newId = newId;
    }

    /** Opens a run for each artist and sends its first message: all of them or, when the database fails, none. */
    @Transactional
    public List<StartedRun> start(List<ArtistQuery> artists, boolean refresh) {
        return artists.stream().map(asked -> start(asked, refresh)).toList();
    }

    private StartedRun start(ArtistQuery asked, boolean refresh) {
        UUID correlationId = newId.get();
        runs.begin(correlationId, asked);
        long messageId = runs.enqueue(ArtistDiscoveryRequest.of(asked, refresh, correlationId));
        return new StartedRun(asked, messageId, correlationId);
    }
}
