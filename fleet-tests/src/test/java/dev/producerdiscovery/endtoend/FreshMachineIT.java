package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.PropertiesFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The README's first command as a new user types it, with the options it really has: on a machine where nothing was
 * unpacked yet, in a shell without a locale, in folders with spaces and accents, beside another copy.
 */
@Order(1) // takes longest
@Execution(ExecutionMode.CONCURRENT) // beside the others, which mostly wait: it has fleets of its own
class FreshMachineIT {

    private static final String ARTIST = "Ottoline Vesper";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<Checkout> checkouts = new ArrayList<>();

    @BeforeAll
    static void waitForTheCommonFleet() {
        // What it leaves behind is what somebody has who has built and run the project, and makes starts cheap.
        RunningFleet.get();
    }

    private Checkout checkout(String name) throws IOException {
        Checkout checkout = Checkout.in(folder.resolve(name), folder.resolve("cache"));
        checkouts.add(checkout);
        return checkout;
    }

    @AfterEach
    void stop() throws Exception {
        for (Checkout checkout : checkouts) {
            checkout.run("down");
        }
    }

    @Test
    void the_first_command_works_the_first_time_in_two_copies_at_once() throws Exception {
        Checkout one = checkout("one copy");
        Checkout other = checkout("l'été à Łódź");

        Checkout.Running first = one.start(Map.of(), "discover", ARTIST);
        Checkout.Running second = other.start(Map.of("LANG", "tr_TR.UTF-8"), "discover", ARTIST);

        for (Checkout.Result result : List.of(first.await(), second.await())) {
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output()).contains("producers of " + ARTIST);
        }
        assertThat(one.run("status"))
                .satisfies(status ->
                        assertThat(status.exitCode()).as(status.output()).isZero());
        assertThat(ports(one)).doesNotContainAnyElementsOf(ports(other));
        assertOnlyThisUserMayRead(one.fleetHome());
        assertOnlyThisUserMayRead(folder.resolve("cache/producer-discovery"));

        purgeLeavesNothing(other);
        everythingIsKilledAndUpWorksAtOnce(one);
    }

    private static void purgeLeavesNothing(Checkout checkout) throws Exception {
        assertThat(checkout.run("down", "--purge").exitCode()).isZero();

        try (Stream<Path> left = Files.list(checkout.fleetHome())) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("apps", "built");
        }
    }

    private void everythingIsKilledAndUpWorksAtOnce(Checkout checkout) throws Exception {
        for (long pid : pids(checkout)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        // A cleaner of old files has been there meanwhile, and an older version has left a half.
        try (DirectoryStream<Path> programs =
                Files.newDirectoryStream(folder.resolve("cache/producer-discovery"), "postgres-*")) {
            for (Path program : programs) {
                if (Files.isDirectory(program)) {
                    Files.writeString(program.resolve("bin/initdb"), "");
                    Files.delete(program.resolve("bin/postgres"));
                }
            }
        }

        Checkout.Result up = checkout.run("up");
        assertThat(up.exitCode()).as(up.output()).isZero();

        Set<Long> before = pids(checkout);
        up = checkout.run(
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.net.preferIPv6Addresses=true", "LANG", "de_DE.ISO-8859-1"), "up");
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(pids(checkout)).as("nothing that is well is stopped").isEqualTo(before);
    }

    private static void assertOnlyThisUserMayRead(Path root) throws IOException {
        Set<PosixFilePermission> own = Set.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        try (Stream<Path> files = Files.walk(root)) {
            // What was built lies in it too; the folder around it is shut.
            assertThat(files.filter(file -> !file.startsWith(root.resolve("apps")))
                            .filter(file -> !file.endsWith("built"))
                            .filter(file -> !Files.isSymbolicLink(file)))
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                            .as(file.toString())
                            .isSubsetOf(own));
        }
    }

    private static Set<String> ports(Checkout checkout) {
        return new HashSet<>(PropertiesFile.read(checkout.fleetHome().resolve("run/ports.properties"))
                .values());
    }

    /** Of all that the fleet has started, the servers too. */
    private static Set<Long> pids(Checkout checkout) throws IOException {
        Set<Long> pids = new HashSet<>();
        try (DirectoryStream<Path> records =
                Files.newDirectoryStream(checkout.fleetHome().resolve("run"), "*.process")) {
            for (Path each : records) {
                pids.add(Long.valueOf(PropertiesFile.read(each).getOrDefault("pid", "-1")));
            }
        }
        for (String server : List.of("postgres/postmaster.pid", "redis/redis.pid")) {
            Path pidFile = checkout.fleetHome().resolve("data").resolve(server);
            pids.add(Long.valueOf(Files.readAllLines(pidFile).getFirst().strip()));
        }
        return pids;
    }
}
