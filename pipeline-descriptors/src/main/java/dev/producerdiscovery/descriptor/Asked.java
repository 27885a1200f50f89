package dev.producerdiscovery.descriptor;

import java.util.List;

/**
 * That a stage asks a provider.
 *
 * @param required whether the stage waits while the provider is parked; otherwise it goes on, knowing less
 * @param endpoints of which the stage waits for the parks; empty for all
 */
public record Asked(Stage stage, boolean required, List<String> endpoints) {

    public Asked {
        endpoints = List.copyOf(endpoints);
    }
}
