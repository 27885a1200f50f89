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
record Inquiry(
        String source,
        @JsonProperty("external_id") String externalId,
        boolean found,
        @Nullable String failure) {

    static Inquiry of(Identity asked, Optional<Findings> findings) {
        return new Inquiry(asked.provider(), asked.externalId(), findings.isPresent(), null);
    }

    static Inquiry failed(Identity asked, @Nullable String reason) {
        return new Inquiry(asked.provider(), asked.externalId(), false, reason == null ? "no reason given" : reason);
    }
}
