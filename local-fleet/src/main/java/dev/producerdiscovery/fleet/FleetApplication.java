package dev.producerdiscovery.fleet;

import dev.producerdiscovery.fleet.command.FleetCommand;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.util.Locale;

/** Entry point of {@code ./fleet}. */
public final class FleetApplication {

    private FleetApplication() {}

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        Terminal.useUtf8();
        System.exit(FleetCommand.execute(arguments));
    }
}
