package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.provider.StandardCatalogue;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts discovery runs. */
@Service
class Discoveries {

    private final RunStore runs;
    private final StandardCatalogue standard;
    private final Supplier<UUID> newId;

    Discoveries(RunStore runs, StandardCatalogue standard, Supplier<UUID> newId) {
        this.runs = runs;
        this.standard = standard;
        this.newId = newId;
    }

    /** Opens a run for each artist and sends its first message: all of them or, when the database fails, none. */
    @Transactional
    public List<StartedRun> start(List<ArtistQuery> artists, boolean refresh) {
        return artists.stream()
                .map(asked -> start(asked.orElse(standard.catalogue()), refresh))
                .toList();
    }

    private StartedRun start(ArtistQuery asked, boolean refresh) {
        UUID correlationId = newId.get();
        runs.begin(correlationId, asked);
        long messageId = runs.enqueue(ArtistDiscoveryRequest.of(asked, refresh, correlationId));
        return new StartedRun(asked, messageId, correlationId);
    }
}
