package dev.producerdiscovery.endtoend;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets each test begin where nothing is known, and leave a fleet that runs and providers that answer. */
final class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        RunningFleet fleet = RunningFleet.get();
        fleet.forgetResults();
        fleet.database().sql("delete from provider_budgets").update();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RunningFleet fleet = RunningFleet.get();
        fleet.up();
        // Once between two tests: of a token that a second reset takes back right after it was given, Spotify's next
        // answer looks like a problem with the account, for which calls stop for a quarter of an hour.
        fleet.simulator().reset();
    }
}
