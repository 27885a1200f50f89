package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.backend.BackendException;
import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.fleet.process.Backend;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.process.PropertiesFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process that keeps PostgreSQL and Redis; started by {@code up}, not by people. */
@Command(name = "backend", hidden = true)
final class BackendCommand implements Callable<Integer> {

    @Option(names = "--home", required = true)
    private Path home = Path.of(".fleet");

    @Option(names = "--postgres-port", required = true)
    private int postgresPort;

    @Option(names = "--redis-port", required = true)
    private int redisPort;

    @Override
    public Integer call() throws InterruptedException {
        FleetHome fleet = new FleetHome(home);
        BackendOptions options = BackendOptions.keptIn(fleet.data()).onPorts(postgresPort, redisPort);
        EmbeddedBackend backend = start(options);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            backend.close();
            stopped.countDown();
        }));
        PropertiesFile.write(fleet.backendFile(), describe(backend).toMap());
        stopped.await();
        return ExitCode.SUCCESS;
    }

    private static EmbeddedBackend start(BackendOptions options) {
        try {
            return EmbeddedBackend.start(options);
        } catch (BackendException e) {
            // In the log a sentence is worth more than where in the code it came from.
            throw new FleetException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Backend describe(EmbeddedBackend backend) {
        return new Backend(
                backend.database().libpqUri(backend.owner()),
                backend.database().jdbcUrl(),
                backend.owner().user(),
                backend.owner().password(),
                backend.redisUrl(),
                backend.rolePasswords().entrySet().stream()
                        .collect(Collectors.toMap(role -> role.getKey().roleName(), Map.Entry::getValue)));
    }
}
