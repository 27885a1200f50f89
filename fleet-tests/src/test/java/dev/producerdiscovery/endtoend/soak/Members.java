package dev.producerdiscovery.endtoend.soak;

import dev.producerdiscovery.endtoend.RunningFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that a fleet consists of at the moment. */
final class Members {

    private static final String BACKEND = "backend";
    static final String SIMULATOR = "provider-simulator";
    static final String POSTGRES = "postgres";
    static final String REDIS = "redis";

    private final RunningFleet fleet;

    /** @param java whether it is a JVM of ours; PostgreSQL counts with all its processes */
    record Member(String name, long pid, boolean java) {

        /** All that belongs to it. */
        List<ProcessFiles> files() {
            List<ProcessFiles> files = new ArrayList<>();
            files.add(new ProcessFiles(pid));
            if (name.equals(POSTGRES)) {
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .map(child -> new ProcessFiles(child.pid()))
                        .forEach(files::add);
            }
            return files;
        }
    }

    Members(RunningFleet fleet) {
        this.fleet = fleet;
    }

    /** Those that run. */
    List<Member> running() {
        List<Member> members = new ArrayList<>();
        for (String service : names()) {
            fleet.process(service).ifPresent(process -> members.add(new Member(service, process.pid(), true)));
        }
        server(POSTGRES, "postmaster.pid").ifPresent(members::add);
        server(REDIS, "redis.pid").ifPresent(members::add);
        return members;
    }

    /** The JVMs that have to run. */
    List<String> names() {
        List<String> names = new ArrayList<>(fleet.addresses().services().keySet());
        names.add(SIMULATOR);
        names.add(BACKEND);
        return names;
    }

    private Optional<Member> server(String name, String pidFile) {
        Path file = fleet.home().data().resolve(name).resolve(pidFile);
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .map(process -> new Member(name, process.pid(), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
