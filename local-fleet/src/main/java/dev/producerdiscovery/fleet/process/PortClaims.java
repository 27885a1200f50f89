package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which copy of the fleet means to use which port. Several copies of one user that start in the same second all find a
 * port free that none of them listens on yet; so each writes down what it takes before it starts anything.
 *
 * <p>A claim ends with the copy's processes; nobody has to give it back.
 */
final class PortClaims {

    private static final Object THIS_PROCESS = new Object();

    private final Path file;
    private final Path home;

    /** @param folder that all copies of this user share */
    PortClaims(Path folder, FleetHome home) {
        this.file = folder.resolve("ports.properties");
        this.home = home.root().toAbsolutePath().normalize();
    }

    /**
     * Claims the port unless another copy has it.
     *
     * @param usable whether the port would do otherwise
     */
    boolean claim(int port, IntPredicate usable) {
        synchronized (THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("ports.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Map<String, String> claims = new HashMap<>(PropertiesFile.read(file));
                String key = Integer.toString(port);
                boolean ours = lock.isValid()
                        && Optional.ofNullable(claims.get(key))
                                .flatMap(Claim::from)
                                .filter(claim -> !claim.home().equals(home))
                                .filter(Claim::isAlive)
                                .isEmpty()
                        && usable.test(port);
                if (ours) {
                    claims.put(key, Claim.of(home).toString());
                    PropertiesFile.write(file, claims);
                }
                return ours;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write down the ports of this fleet in " + file, e);
            }
        }
    }

    /** @param claimant the command that is starting the fleet in {@code home} */
    private record Claim(ProcessRecord claimant, Path home) {

        static Claim of(Path home) {
            return new Claim(ProcessRecord.of(ProcessHandle.current(), 0, "", ""), home);
        }

        static Optional<Claim> from(String text) {
            String[] parts = text.split(" ", 3);
            if (parts.length != 3) {
                return Optional.empty();
            }
            return ProcessRecord.from(Map.of("pid", parts[0], "startedAt", parts[1]))
                    .map(claimant -> new Claim(claimant, Path.of(parts[2])));
        }

        boolean isAlive() {
            return claimant.alive().isPresent()
                    || (Files.isDirectory(home) && new ProcessTable(new FleetHome(home)).anyRunning());
        }

        @Override
        public String toString() {
            return claimant.pid() + " " + claimant.start() + " " + home;
        }
    }
}
