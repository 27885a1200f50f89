package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes work, one is killed when half is done. Each job leaves an effect in a table: what is missing at the end
 * is outstanding, what is there twice was doubled. All engines at the same time, because they wait for leases, not for
 * the machine.
 */
record Killing(String name, int jobs, Duration patience) implements Measure {

    private static final int BATCH = 10;
    private static final Duration LOOK = Duration.ofMillis(5);

    @Override
    public void run(Contest contest, int runs, Results results) throws InterruptedException, ExecutionException {
        List<Entrant> entrants = contest.present(Entrant.fast());
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Entrant entrant : entrants) {
                running.add(side.submit(() -> {
                    once(contest, entrant, results);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private void once(Contest contest, Entrant entrant, Results results) throws IOException, InterruptedException {
        Engine engine = entrant.engine();
        contest.server().clear(engine);
        JdbcClient database = contest.server().superuser(engine);
        ContenderProcess survivor = contest.process(engine);
        ContenderProcess victim = contest.second(engine);
        survivor.ask("enqueue", entrant.variant(), contest.numbers(jobs), jobs, jobs);
        victim.ask("work", entrant.variant(), BATCH, "effects");
        survivor.ask("work", entrant.variant(), BATCH, "effects");
        await(database, jobs / 2);
        victim.kill();
        long killed = System.nanoTime();
        await(database, jobs);
        double seconds = (System.nanoTime() - killed) / 1e9;
        survivor.ask("rest");
        int done = done(database);
        if (done == jobs) {
            results.add(name, entrant.label(), Metric.SECONDS_TO_EMPTY, seconds);
        }
        results.add(name, entrant.label(), Metric.OUTSTANDING, jobs - done);
        results.add(name, entrant.label(), Metric.DOUBLED, effects(database) - done);
    }

    /** Until so many jobs have had an effect, or patience is at its end. */
    private void await(JdbcClient database, int wanted) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (done(database) < wanted && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
    }

    private static int done(JdbcClient database) {
        return database.sql("select count(distinct number) from effects")
                .query(Integer.class)
                .single();
    }

    private static int effects(JdbcClient database) {
        return database.sql("select count(*) from effects").query(Integer.class).single();
    }
}
