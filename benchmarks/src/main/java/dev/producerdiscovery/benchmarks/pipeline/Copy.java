package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.backend.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A further process of a service, with the command and the environment of the first one but for its port. Linux only. */
record Copy(Process process, int port, Path log) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(40);

    static Copy of(ProcessHandle original, Path log) throws IOException {
        Path folder = Path.of("/proc", Long.toString(original.pid()));
        // Not 0, at which nobody would know where to ask whether it is ready.
        int port = Loopback.freePort();
        ProcessBuilder builder = new ProcessBuilder(texts(folder.resolve("cmdline")))
                .directory(folder.resolve("cwd").toRealPath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        for (String variable : texts(folder.resolve("environ"))) {
            int end = variable.indexOf('=');
            if (end > 0) {
                builder.environment().put(variable.substring(0, end), variable.substring(end + 1));
            }
        }
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return new Copy(builder.start(), port, log);
    }

    /** Each ends with a zero byte, see proc_pid_cmdline(5). */
    private static List<String> texts(Path file) throws IOException {
        return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"))
                .toList();
    }

    void awaitReady(HttpClient http) throws InterruptedException {
        URI health = URI.create("http://" + Loopback.HOST + ":" + port + "/actuator/health");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, health)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("A further process did not become ready, see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean isReady(HttpClient http, URI health) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void stop() {
        process.destroy();
        if (!RunningProcess.awaitEnd(process.toHandle(), GRACE)) {
            process.destroyForcibly();
        }
    }
}
