package dev.producerdiscovery.enrichment;

import static java.util.Objects.requireNonNull;

import dev.producerdiscovery.worker.JointSettlement;
import dev.producerdiscovery.worker.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores profiles that were found at about the same time together: who is concerned by one is known of all at once. */
@Component
class ProfileSettlements implements JointSettlement<FoundProfile> {

    private final ProfileStore store;

    ProfileSettlements(ProfileStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<Result<FoundProfile>> results) {
        // Of two messages about one producer the later one counts.
        Map<UUID, FoundProfile> profiles = new LinkedHashMap<>();
        Map<UUID, Outbox> outboxes = new LinkedHashMap<>();
        for (Result<FoundProfile> result : results) {
            profiles.put(result.value().producerId(), result.value());
            outboxes.put(result.value().producerId(), result.outbox());
        }
        for (StoredProfile stored : store.record(profiles.values())) {
            if (stored.askAgain()) {
                requireNonNull(profiles.get(stored.producerId()))
                        .askAgain(stored.person(), requireNonNull(outboxes.get(stored.producerId())));
            }
        }
    }
}
