package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Backend;
import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.sql.SqlConsole;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

@Command(
        name = "psql",
        mixinStandardHelpOptions = true,
        description = "Opens an SQL console on the fleet's database: psql where it is installed, else a small one.")
final class PsqlCommand implements Callable<Integer> {

    /** Command lines can be read by every user of the machine. */
    private static final Pattern WITH_PASSWORD = Pattern.compile("(://[^:@/]+):[^@/]*@");

    @Option(
            names = {"-c", "--command"},
            paramLabel = "SQL",
            description = "Runs this and ends.")
    private @Nullable String statement;

    @Unmatched
    private List<String> furtherArguments = new ArrayList<>();

    @Parameters(arity = "0..*", hidden = true)
    private List<String> positional = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Backend backend = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out).backend();
        return isInstalled("psql") ? psql(backend) : ownConsole(backend);
    }

    private int psql(Backend backend) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("psql", WITH_PASSWORD.matcher(backend.ownerUri()).replaceFirst("$1@")));
        if (statement != null) {
            command.addAll(List.of("-c", statement));
        }
        command.addAll(furtherArguments);
        command.addAll(positional);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("PGPASSWORD", backend.password());
        Process psql = builder.start();
        // Ctrl-C is for psql, which ends a query with it: going away before psql would leave it beside the next prompt.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> psql.onExit().join()));
        return psql.waitFor();
    }

    private int ownConsole(Backend backend) throws IOException {
        try (Connection connection =
                DriverManager.getConnection(backend.jdbcUrl(), backend.ownerUser(), backend.password())) {
            SqlConsole console = new SqlConsole(connection, System.out, System.err);
            boolean good;
            if (statement != null) {
                good = console.execute(statement);
            } else {
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                good = console.run(input, Terminal.isConversation());
            }
            return good ? ExitCode.SUCCESS : ExitCode.FAILED;
        } catch (SQLException e) {
            throw new FleetException(
                    "The fleet's database does not let us in: " + e.getMessage() + ". ./fleet status shows what is up.",
                    e);
        }
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String directory : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
