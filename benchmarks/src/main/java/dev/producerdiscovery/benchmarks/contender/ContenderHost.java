package dev.producerdiscovery.benchmarks.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The process in which one contender runs. Obeys a command a line on standard input, and answers each with a line on
 * standard output: {@code reply name=value ...}, or {@code failed} and why. Ends when its input does, so that it outlives
 * nobody. What is no JVM program answers to the same commands, see {@code peers/host.mjs}.
 */
@Command(name = "contender", hidden = true)
public final class ContenderHost implements Callable<Integer> {

    @Parameters(index = "0", description = "the engine")
    private String engine = "";

    @Option(names = "--database", required = true, description = "JDBC URL of the engine's own database")
    private String url = "";

    @Option(names = "--owner", required = true, description = "user that owns the database")
    private String owner = "";

    @Option(names = "--worker", required = true, description = "user that services connect as")
    private String worker = "";

    @Option(names = "--owner-password", required = true)
    private String ownerPassword = "";

    @Option(names = "--worker-password", required = true)
    private String workerPassword = "";

    @Option(names = "--redis", required = true, description = "URL of Redis")
    private String redis = "";

    @Option(names = "--unfinished", required = true, description = "SQL that asks whether a due job is left")
    private String unfinished = "";

    @Override
    public Integer call() throws IOException {
        // Whatever a library prints must not be taken for an answer.
        PrintStream answers = System.out;
        System.setOut(System.err);
        Commands commands = new Commands(contender(), ownersDataSource(), unfinished);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null && !line.equals("quit"); line = input.readLine()) {
            answers.println(answer(commands, line.split(" ")));
        }
        return 0;
    }

    @SuppressWarnings("CatchThrowable") // whatever goes wrong is to be told to whoever asked
    private static String answer(Commands commands, String[] words) {
        try {
            return "reply " + commands.obey(words);
        } catch (Throwable e) {
            e.printStackTrace();
            return "failed " + e;
        }
    }

    private Contender contender() {
        return switch (engine) {
            case "raw" -> new RawPgmqContender(ownersDataSource());
            case "engine" -> new WorkerEngineContender(ownersDataSource(), dataSource(worker, workerPassword), redis);
            case "db-scheduler" -> new DbSchedulerContender(ownersDataSource());
            case "jobrunr" -> new JobRunrContender(ownersDataSource());
            default -> throw new IllegalArgumentException("no such engine: " + engine);
        };
    }

    private DataSource ownersDataSource() {
        return dataSource(owner, ownerPassword);
    }

    private DataSource dataSource(String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }
}
