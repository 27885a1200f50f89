package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts applications as processes of their own, which outlive the command and ignore its Ctrl-C. */
final class Launcher {

    /** Small heaps and a quick compiler: eight processes start on two cores in seconds (peak speed is not needed). */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError",
            // Names of all scripts stand in the logs; by default the shell's locale would decide.
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private static final String DETACHED =
            "umask 077; trap '' INT HUP;" + " command -v setsid >/dev/null 2>&1 && exec setsid \"$@\"; exec \"$@\"";

    private final FleetHome home;

    Launcher(FleetHome home) {
        this.home = home;
    }

    /** The process names itself in the header {@code Server} of its answers, so that it cannot be taken for another. */
    Launched start(Component component) {
        String instance = "producer-discovery/" + UUID.randomUUID();
        ProcessBuilder builder = detached(component, classArchive(component));
        builder.environment().put("SERVER_SERVER_HEADER", instance);
        return new Launched(launch(component, builder), instance);
    }

    /** Runs an application that does one thing and ends; returns its exit code. */
    int run(String name, String module, Map<String, String> environment) {
        Component once = new Component(name, module, 0, "", environment, List.of("-Xmx128m"), List.of());
        try {
            return launch(once, detached(once, List.of())).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("Interrupted while running " + name, e);
        }
    }

    /** Runs an application that belongs to the command: at its terminal, and ended with it. Returns its exit code. */
    int runInForeground(Component component) {
        try {
            return launch(component, process(component, List.of(), List.of()).inheritIO())
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("Interrupted while running " + component.name(), e);
        }
    }

    private ProcessBuilder detached(Component component, List<String> jvmOptions) {
        // The shell ignores Ctrl-C and a closing terminal, and what it executes inherits that. A session of its own,
        // where
        // there is such a program, keeps signals away that are meant for the command and its children, as of timeout.
        List<String> shell = List.of("sh", "-c", DETACHED, "sh");
        return process(component, shell, jvmOptions)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.log(component.name()).toFile()));
    }

    private ProcessBuilder process(Component component, List<String> prefix, List<String> jvmOptions) {
        List<String> command = new ArrayList<>(prefix);
        command.add(java());
        // First, so that a list of processes shows whose each is, and of which copy.
        command.add("-Dfleet=" + component.name() + "@" + home.root());
        command.addAll(JVM_OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(component.jvmOptions());
        command.addAll(List.of("-jar", "app.jar"));
        command.addAll(component.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.application(component.module()).toFile());
        // What the shell knows of others' secrets is not handed to everybody.
        builder.environment().keySet().removeIf(Credentials::isOne);
        builder.environment().putAll(component.environment());
        return builder;
    }

    /**
     * A JVM that ends in peace leaves the classes that it had loaded in a file beside its application, and the next one
     * starts from it with half the work. One that cannot be used is passed over, and what can be said of it would only stand
     * in the way in logs. Not for what runs once: a file that cannot be written would be its exit code.
     *
     * @see <a href="https://docs.oracle.com/en/java/javase/21/vm/class-data-sharing.html">Class Data Sharing</a>
     */
    private static List<String> classArchive(Component component) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + FleetHome.classesOf(component.name()),
                "-Xlog:cds*=off");
    }

    private Process launch(Component component, ProcessBuilder builder) {
        if (!Files.exists(home.application(component.module()).resolve("app.jar"))) {
            throw new FleetException("There is no built application of " + component.module() + "; run ./fleet up");
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + component.name(), e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
