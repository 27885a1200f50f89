package dev.producerdiscovery.backend.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test after which a connection is not given back. Ten leaks kill a service that otherwise passes all tests: so
 * this extension belongs to every test beside which this module lies, by {@code META-INF/services} and a parameter of
 * Surefire in the root pom. Where a pool's connection was taken is in the log of the test ("Connection leak detection").
 */
public final class ConnectionsGivenBack implements AfterEachCallback {

    /** Longer than a statement on a dead connection takes to fail, and than what works aside holds one. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** After one leak: a pool that lost a connection never gets it back, and every further test would wait for it. */
    private static final Duration HARDLY_ANY = Duration.ofSeconds(1);

    private static volatile Duration patience = PATIENCE;

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        if (runsBesideOthers(context)) {
            return;
        }
        Duration atMost = patience;
        long end = System.nanoTime() + atMost.toNanos();
        while (isAnythingTaken()) {
            if (System.nanoTime() > end) {
                patience = HARDLY_ANY;
                throw failure(atMost);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Then nobody can tell whose a connection is; such tests look after their own pools. */
    private static boolean runsBesideOthers(ExtensionContext context) {
        return context.getConfigurationParameter("junit.jupiter.execution.parallel.mode.classes.default")
                .filter("concurrent"::equals)
                .isPresent();
    }

    /** Counted down to nothing at one moment: whatever works aside only takes connections for moments. */
    private static boolean isAnythingTaken() {
        return !TakenConnections.notClosed().isEmpty() || !Pools.inUse().isEmpty();
    }

    private static AssertionError failure(Duration waited) {
        List<Throwable> open = TakenConnections.notClosed();
        List<String> leaks = new ArrayList<>(Pools.inUse());
        if (!open.isEmpty()) {
            leaks.add(open.size() + " opened by the test itself");
        }
        AssertionError failure = new AssertionError(
                "Connections are not given back after " + waited.toSeconds() + " s: " + String.join(", ", leaks));
        open.forEach(failure::addSuppressed);
        TakenConnections.forget();
        return failure;
    }
}
