package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.dumpimport.file.Dump;
import dev.producerdiscovery.dumpimport.file.DumpSource;
import dev.producerdiscovery.dumpimport.file.ImportException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.commons.compress.MemoryLimitException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The one-shot job: imports the dumps that the command line names, one after another, and exits with 0, or explains
 * itself and exits with 1. Wrong usage is 2.
 *
 * <p>Reads SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME (a member of pipeline_operator) and
 * SPRING_DATASOURCE_PASSWORD.
 */
public final class ImportJob {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

    /**
     * What https://jdbc.postgresql.org/documentation/use/ takes for an address, as far as it has parts. The driver would
     * print the whole of another one, and a password may be part of it.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql:(//HOST(:\\d{1,5})?(,HOST(:\\d{1,5})?)*/)?[^/?@]*(\\?.*)?"
                    .replace("HOST", "([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])"));

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    /** A batch takes far less than a second; a server that says nothing for so long is gone. */
    private static final int SILENCE_SECONDS = 600;

    private final Map<String, String> environment;
    private final InputStream standardInput;

    public ImportJob(Map<String, String> environment, InputStream standardInput) {
        this.environment = environment;
        this.standardInput = standardInput;
    }

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        System.exit(new ImportJob(System.getenv(), System.in).run(List.of(arguments)));
    }

    /** Imports the files; the exit code. */
    public int run(List<String> files) {
        if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("--"))) {
            log.error(
                    "Usage: java -jar musicbrainz-importer.jar FILE...   (artist.tar.xz and work.tar.xz first, then release.tar.xz, or - for standard input)");
            return 2;
        }
        String address = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        if (address.isBlank()) {
            log.error("SPRING_DATASOURCE_URL is not set. Example: jdbc:postgresql://host:5432/name");
            return 2;
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        if (!take(address, database)) {
            log.error(
                    "SPRING_DATASOURCE_URL is no address of a PostgreSQL database. Example: jdbc:postgresql://host:5432/name");
            return 2;
        }
        identify(database);
        for (String file : files) {
            try {
                importDump(file, database);
            } catch (ImportException e) {
                log.error("{} was not imported: {}", file, e.getMessage());
                return 1;
            } catch (MemoryLimitException e) {
                log.error(
                        "{} needs more memory to be decompressed; start with a larger -Xmx: {}", file, e.getMessage());
                return 1;
            } catch (IOException | JacksonIOException e) {
                log.error(
                        "{} cannot be read on: {}. What was stored before stays; fetch the file anew if it is not whole, "
                                + "start the import again, and it goes on there",
                        file,
                        e.getMessage());
                return 1;
            }
        }
        return 0;
    }

    private void importDump(String file, DataSource database) throws IOException {
        try (DumpSource source = DumpSource.open(file, standardInput, InstantSource.system())) {
            Dump dump = new Dump(source);
            log.info(
                    "Importing {}: {}s as of {}",
                    file,
                    dump.header().kind().id(),
                    dump.header().takenAt());
            try (DumpStore store = new DumpStore(database)) {
                new DumpImport(dump, store, new Progress(TOLD_EVERY, System::nanoTime, source::share)).run();
            }
        }
    }

    /** False for what the driver cannot read. Its exception holds the whole address and is told to nobody. */
    private static boolean take(String address, PGSimpleDataSource database) {
        if (!ADDRESS.matcher(address).matches()) {
            return false;
        }
        try {
            database.setUrl(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void identify(PGSimpleDataSource database) {
        database.setUser(environment.get("SPRING_DATASOURCE_USERNAME"));
        database.setPassword(environment.get("SPRING_DATASOURCE_PASSWORD"));
        database.setApplicationName("musicbrainz-importer");
        database.setTcpKeepAlive(true);
        database.setSocketTimeout(SILENCE_SECONDS);
    }
}
