package dev.producerdiscovery.worker.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** Works on the flood in a process of its own, for a test that kills it. Arguments: JDBC URL, user, password. */
final class KillableWorker {

    /** More than there are kills: a message that happens to be in hand at several of them is not to blame. */
    private static final int MAX_DEATHS = 10_000;

    private KillableWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(arguments[0]);
        server.setUser(arguments[1]);
        server.setPassword(arguments[2]);
        Crew crew = new Crew(server, Tuning.QUICK.maxDeaths(MAX_DEATHS));
        crew.start(Flood.workers(
                crew.jdbc(),
                (note, delivery) ->
                        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(20))));
        new CountDownLatch(1).await();
    }
}
