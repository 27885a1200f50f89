package dev.producerdiscovery.backend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** The Redis process. Kept data is a convenience: the pipeline needs none of it. */
final class RedisServerProcess implements AutoCloseable {

    /** Tests of one JVM share the server, each with a database of its own. */
    private static final int DATABASES = 4096;

    private final RedisServer process;
    private final int port;

    private RedisServerProcess(RedisServer process, int port) {
        this.process = process;
        this.port = port;
    }

    static RedisServerProcess start(BackendOptions options) {
        try {
            int port = options.redisPort() == 0 ? freePort() : options.redisPort();
            RedisServerBuilder builder = RedisServer.newRedisServer()
                    .bind("127.0.0.1")
                    .port(port)
                    .setting("databases " + DATABASES)
                    .soutListener(line -> {});
            Path dataFolder = options.dataFolder();
            if (dataFolder == null) {
                builder.setting("save \"\"");
            } else {
                Path folder =
                        Files.createDirectories(dataFolder.resolve("redis")).toAbsolutePath();
                Path pidFile = folder.resolve("redis.pid");
                Orphan.end(pidFile, "redis", "TERM");
                builder.setting("dir \"" + folder + "\"")
                        .setting("pidfile \"" + pidFile + "\"")
                        .setting("save 60 1");
            }
            RedisServer process = builder.build();
            process.start();
            return new RedisServerProcess(process, port);
        } catch (IOException e) {
            throw new BackendException("Redis did not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new BackendException("Redis on port " + port + " did not stop", e);
        }
    }
}
