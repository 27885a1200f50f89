package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis process. Kept data is a convenience: the pipeline needs none of it.
 *
 * <p>Every user of the machine can reach its port, and who may configure a Redis may have it write any file. So it asks
 * for a password, and lets nobody, us included, do what is not about the data.
 */
final class RedisServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisServerProcess.class);

    static final String USER = "default";

    /** Tests of one JVM share the server, each with a database of its own. */
    private static final int DATABASES = 4096;

    /** All commands about data; of the others those that only tell or do no more than deleting every key would. */
    private static final String ALLOWED =
            "~* &* +@all -@dangerous -@admin +info +keys +flushdb +flushall +client|setname"
                    + " +client|setinfo +client|getname +client|id";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final Path pidFile;
    private final int port;
    private final String password;

    private RedisServerProcess(Path pidFile, int port, String password) {
        this.pidFile = pidFile;
        this.port = port;
        this.password = password;
    }

    /** @param kept this user's own folder, kept or temporary */
    static RedisServerProcess start(BackendOptions options, Path kept, Passwords passwords) {
        try {
            Path program = RedisProgram.unpacked();
            Path folder = PrivateFiles.folder(kept.resolve("redis")).toAbsolutePath();
            Path pidFile = folder.resolve("redis.pid");
            Orphan.end(pidFile, "redis", "TERM");
            for (int attempt = 1; ; attempt++) {
                int port = options.redisPort() == 0 ? Loopback.freePort() : options.redisPort();
                Path log = kept.resolve("redis.log");
                Files.deleteIfExists(log);
                Files.deleteIfExists(pidFile);
                Path configuration = folder.resolve("redis.conf");
                PrivateFiles.write(
                        configuration,
                        configuration(folder, pidFile, log, port, passwords.of(USER), options.dataFolder() != null));
                Command.run(List.of(program.toString(), configuration.toString()));
                if (awaitReady(pidFile, log)) {
                    return new RedisServerProcess(pidFile, port, passwords.of(USER));
                }
                if (hasEnded(pidFile) && setAside(folder.resolve("dump.rdb"), log)) {
                    continue;
                }
                if (attempt == ATTEMPTS || options.redisPort() != 0) {
                    throw new IOException("on port " + port + ": " + new ServerLog(log).lastWords("see " + log));
                }
            }
        } catch (IOException e) {
            throw new BackendException("Redis did not start", e);
        }
    }

    /**
     * The program is a daemon, so that Ctrl-C at the terminal of whoever started it does not reach it. Its memory is bounded,
     * because what providers answered would fill it.
     */
    private static String configuration(Path folder, Path pidFile, Path log, int port, String password, boolean saved) {
        return """
                bind %s
                port %d
                protected-mode yes
                user %s on #%s %s
                databases %d
                daemonize yes
                pidfile "%s"
                logfile "%s"
                dir "%s"
                save %s
                maxmemory 256mb
                maxmemory-policy volatile-ttl
                """.formatted(
                        Loopback.HOST,
                        port,
                        USER,
                        sha256(password),
                        ALLOWED,
                        DATABASES,
                        pidFile,
                        log.toAbsolutePath(),
                        folder,
                        saved ? "60 1" : "\"\"");
    }

    /** It writes its number once it listens, and says so when it cannot; nobody else's answer is taken for its own. */
    private static boolean awaitReady(Path pidFile, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ServerLog said = new ServerLog(log);
        while (System.nanoTime() < deadline) {
            if (said.says("Ready to accept connections")) {
                return process(pidFile).isPresent();
            }
            if (hasEnded(pidFile) || lacksPort(said) || said.says("FATAL")) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return false;
    }

    private static boolean lacksPort(ServerLog said) throws IOException {
        return said.says("Could not create server TCP") || said.says("Failed listening");
    }

    private static boolean hasEnded(Path pidFile) throws IOException {
        // It is written before the data is read.
        return Files.exists(pidFile)
                && Files.size(pidFile) > 0
                && process(pidFile).isEmpty();
    }

    /** Whether there was a dump, which nobody can read: nothing that is kept is worth a fleet that does not start. */
    private static boolean setAside(Path dump, Path log) throws IOException {
        if (!Files.exists(dump) || lacksPort(new ServerLog(log))) {
            return false;
        }
        Path aside = dump.resolveSibling("dump.rdb.damaged");
        Files.move(dump, aside, StandardCopyOption.REPLACE_EXISTING);
        LOG.warn(
                "Redis ended while it read what it had kept ({}). It starts empty, which costs some calls to providers;"
                        + " the damaged file is {}.",
                new ServerLog(log).lastWords("see its log"),
                aside);
        return true;
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        return Orphan.find(pidFile, "redis");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** With the password in it: not for logs. */
    String url() {
        return "redis://" + USER + ":" + password + "@" + Loopback.HOST + ":" + port;
    }

    @Override
    public void close() {
        try {
            Orphan.end(pidFile, "redis", "TERM");
        } catch (IOException e) {
            throw new BackendException("Redis on port " + port + " did not stop", e);
        }
    }
}
