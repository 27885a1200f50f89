package dev.producerdiscovery.fleet.process;

/** A process of the fleet has ended before everything was up. */
final class EndedWhileStarting extends FleetException {

    private static final long serialVersionUID = 1L;

    private final String firstLine;
    private final boolean worthAnotherTry;

    /**
     * @param worthAnotherTry whether that had a cause outside of it: it was dying already when we found it, or somebody
     *     else had its port
     */
    EndedWhileStarting(String message, boolean worthAnotherTry) {
        super(message);
        this.firstLine = message.lines().findFirst().orElse("");
        this.worthAnotherTry = worthAnotherTry;
    }

    String firstLine() {
        return firstLine;
    }

    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
