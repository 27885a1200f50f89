package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetException;

/** A service does not answer, or not at the moment; asking again later may help. */
final class UnreachableException extends FleetException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }
}
