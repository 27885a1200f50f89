package dev.producerdiscovery.fleet;

import dev.producerdiscovery.fleet.command.FleetCommand;

/** Entry point of {@code ./fleet}. */
public final class FleetApplication {

    private FleetApplication() {}

    public static void main(String[] arguments) {
        System.exit(FleetCommand.execute(arguments));
    }
}
