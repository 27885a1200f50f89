package dev.producerdiscovery.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one question to a source.
 *
 * @param found whether the source knows the person
 * @param failure why there is no answer, null when there is one
 */
record Answer(
        String source,
        @JsonProperty("external_id") String externalId,
        boolean found,
        @Nullable String failure) {

    static Answer of(Identity asked, Optional<Findings> findings) {
        return new Answer(asked.provider(), asked.externalId(), findings.isPresent(), null);
    }

    static Answer failed(Identity asked, @Nullable String reason) {
        return new Answer(asked.provider(), asked.externalId(), false, reason == null ? "no reason given" : reason);
    }
}
