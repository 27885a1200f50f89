package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import tools.jackson.databind.JsonNode;

/**
 * A run that the fleet has accepted.
 *
 * @param catalogue where its artist, albums and tracks come from
 */
record StartedRun(String correlationId, MusicCatalogue catalogue) {

    /** What is asked of Spotify does not say so. */
    static StartedRun from(JsonNode answer) {
        return new StartedRun(
                answer.path("correlationId").asString(""),
                MusicCatalogue.of(answer.path("asked").path("catalogue").asString(""))
                        .orElse(MusicCatalogue.SPOTIFY));
    }

    String describe(FleetAddresses addresses) {
        return "Run " + correlationId + ", catalogue: "
                + Providers.of(catalogue).title()
                + (addresses.simulator().isEmpty() ? "" : " (the simulator)");
    }
}
