package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.backend.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts the processes of contenders, and ends them. Thread-safe. */
final class Launcher implements AutoCloseable {

    /** By name: it knows this package, and must not be known by it. */
    private static final String PROGRAM = "dev.producerdiscovery.benchmarks.Benchmarks";

    private final Server server;
    private final List<ContenderProcess> started = new ArrayList<>();
    private @Nullable NodePackages packages;

    Launcher(Server server) {
        this.server = server;
    }

    /**
     * Starts one more process of an engine, whose database there must be.
     *
     * @throws IOException telling why the engine cannot be had here
     */
    ContenderProcess start(Engine engine) throws IOException {
        ContenderProcess process = switch (engine.platform()) {
            case JVM -> ContenderProcess.start(jvm(engine), Path.of("").toAbsolutePath());
            case NODE -> node(engine);
        };
        synchronized (this) {
            started.add(process);
        }
        process.ask("install");
        return process;
    }

    private ContenderProcess node(Engine engine) throws IOException {
        NodePackages installed = packages();
        List<String> command = List.of(
                installed.node(),
                "host.mjs",
                engine.key(),
                server.address(engine).libpqUri(server.owner()),
                engine.unfinished());
        return ContenderProcess.start(command, installed.folder());
    }

    private synchronized NodePackages packages() throws IOException {
        NodePackages installed = packages;
        if (installed == null) {
            installed = NodePackages.install();
            packages = installed;
        }
        return installed;
    }

    /** This program again, however it was started. */
    private List<String> jvm(Engine engine) {
        Login owner = server.owner();
        Login worker = server.worker();
        String classPath = System.getProperty("java.class.path");
        boolean inOneJar = !ClassLoader.getSystemClassLoader().equals(Launcher.class.getClassLoader());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(inOneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, PROGRAM));
        command.addAll(List.of(
                "contender",
                engine.key(),
                "--database=" + server.address(engine).jdbcUrl(),
                "--owner=" + owner.user(),
                "--owner-password=" + owner.password(),
                "--worker=" + worker.user(),
                "--worker-password=" + worker.password(),
                "--redis=" + server.redisUrl(),
                "--unfinished=" + engine.unfinished()));
        return command;
    }

    @Override
    public synchronized void close() throws IOException {
        started.forEach(ContenderProcess::close);
        if (packages != null) {
            packages.close();
        }
    }
}
