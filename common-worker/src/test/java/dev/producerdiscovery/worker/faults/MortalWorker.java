package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.worker.engine.Note;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Works on the flood until a message asks for its end: {@code deadly…} halts the process, {@code hungry…} takes memory
 * until there is none. Arguments: JDBC URL, user, password.
 */
final class MortalWorker {

    private MortalWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(arguments[0]);
        server.setUser(arguments[1]);
        server.setPassword(arguments[2]);
        Crew crew = new Crew(server, Tuning.QUICK.lease(Duration.ofSeconds(1)));
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> work(note)));
        new CountDownLatch(1).await();
    }

    private static void work(Note note) throws InterruptedException {
        // Long enough for others to be in hand.
        TimeUnit.MILLISECONDS.sleep(50);
        if (note.text().startsWith("deadly")) {
            Runtime.getRuntime().halt(1);
        }
        if (note.text().startsWith("hungry")) {
            throw new OutOfMemoryError(new byte[Integer.MAX_VALUE].length + " bytes are too many");
        }
    }
}
