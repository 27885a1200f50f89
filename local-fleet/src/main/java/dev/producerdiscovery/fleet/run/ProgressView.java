package dev.producerdiscovery.fleet.run;

/** Shows a run while it goes on. */
interface ProgressView {

    String UNREACHABLE =
            "The artist discovery service does not answer; the run goes on as soon as it is back (./fleet up).";

    void show(RunProgress progress);

    /** The service that knows about the run does not answer at the moment. */
    void showUnreachable();

    /** The run has ended; what follows is printed below. */
    void close();
}
