package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, which no other test needs while it is away. */
class PostgresRestartTest {

    private final Path folder;
    private EmbeddedBackend backend;
    private final Site site;

    PostgresRestartTest(@TempDir Path folder) {
        this.folder = folder;
        backend = EmbeddedBackend.start(BackendOptions.keptIn(folder));
        backend.migrate();
        site = new Site(backend.dataSource(backend.owner()), backend.dataSource(backend.login(PipelineRole.WORKER)));
    }

    @AfterEach
    void close() {
        site.close();
        backend.close();
    }

    @Test
    void a_database_that_is_stopped_or_crashes_and_comes_back_costs_nothing_but_time() throws Exception {
        Flood flood = new Flood(site, 150).send();
        for (int i = 0; i < 2; i++) {
            Crew crew = site.crew(Tuning.QUICK);
            crew.start(Flood.workers(
                    crew.jdbc(),
                    (note, delivery) -> TimeUnit.MILLISECONDS.sleep(
                            ThreadLocalRandom.current().nextLong(60))));
        }

        soon().until(() -> flood.finished() > flood.total() / 4);
        backend.close();
        startAgain();
        soon().ignoreExceptions().until(() -> flood.finished() > flood.total() / 2);
        crash();
        backend.close();
        startAgain();

        soon().ignoreExceptions().until(() -> flood.finished() == flood.total());
        flood.assertExactlyOnce();
    }

    private void startAgain() {
        BackendOptions samePlace = BackendOptions.keptIn(folder)
                .onPorts(
                        backend.database().port(),
                        URI.create(backend.redisUrl()).getPort());
        backend = EmbeddedBackend.start(samePlace);
    }

    /** As after a failure of the server itself: no session is ended properly, and the next start recovers. */
    private void crash() throws IOException, InterruptedException {
        String postmaster =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor();
        soon().until(() -> ProcessHandle.of(Long.parseLong(postmaster))
                .filter(ProcessHandle::isAlive)
                .isEmpty());
    }
}
