package dev.producerdiscovery.benchmarks.size;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.migrations.PipelineRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long the questions of pages, timers and people at a console take in a large database. Loads it, asks each question
 * many times, each time about something else, and prints the spread beside the limit that p95 has to keep.
 */
@Command(name = "size", mixinStandardHelpOptions = true, description = "Measures answers from a large database.")
public final class SizeBenchmark implements Callable<Integer> {

    @Option(names = "--producers", description = "producers (default: ${DEFAULT-VALUE})")
    private int producers = 1_000_000;

    @Option(names = "--credits", description = "rows of track_producers (default: ${DEFAULT-VALUE})")
    private int credits = 5_000_000;

    @Option(names = "--archived", description = "finished messages (default: ${DEFAULT-VALUE})")
    private int archived = 1_000_000;

    @Option(names = "--waiting", description = "waiting messages (default: ${DEFAULT-VALUE})")
    private int waiting = 200_000;

    @Option(names = "--asked", description = "how often each question is asked (default: ${DEFAULT-VALUE})")
    private int asked = 200;

    @Option(names = "--loaded", description = "JDBC URL, with user and password, of a database that is loaded already")
    private @Nullable String loaded;

    /** @return 0 when every question kept its limit, else 1 */
    @Override
    public Integer call() {
        if (loaded != null) {
            return measure(new DriverManagerDataSource(loaded)) ? 0 : 1;
        }
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.temporary())) {
            backend.migrate();
            long start = System.nanoTime();
            new LargeDatabase(producers, credits, archived, waiting).load(backend.dataSource(backend.superuser()));
            System.out.printf(
                    "Loaded in %d s%n%n",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            // Operators may ask everything that is asked here.
            return measure(backend.dataSource(backend.login(PipelineRole.OPERATOR))) ? 0 : 1;
        }
    }

    /** In one session, as a pool would keep it. */
    private boolean measure(DataSource operator) {
        try (Connection session = operator.getConnection()) {
            return measure(JdbcClient.create(new SingleConnectionDataSource(session, true)));
        } catch (SQLException e) {
            throw new IllegalStateException("The operator could not log in: " + e.getMessage(), e);
        }
    }

    private boolean measure(JdbcClient database) {
        System.out.println("| question | p50, ms | p95, ms | most, ms | limit for p95, ms | asked-for name missing |");
        System.out.println("|---|---|---|---|---|---|");
        boolean kept = true;
        for (SizeQuestion question : Questions.ALL) {
            Answers answers = question.ask(database, asked);
            boolean inTime = answers.percentile(95) <= question.limitMillis();
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f | %d%s | %s |%n",
                    question.name(),
                    answers.percentile(50),
                    answers.percentile(95),
                    answers.percentile(100),
                    question.limitMillis(),
                    inTime ? "" : " **exceeded**",
                    answers.missed() == 0 ? "" : answers.missed() + " of " + asked);
            kept &= inTime;
        }
        return kept;
    }
}
