package dev.producerdiscovery.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who somebody is at a provider. */
record Identity(
        String provider, @JsonProperty("external_id") String externalId) {}
