package dev.producerdiscovery.migrations;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one-shot job: migrates the database that the environment names and exits with 0, or explains itself and exits
 * with 1.
 *
 * <p>Reads SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD (the database's owner) and,
 * where a role is to log in, PIPELINE_WORKER_PASSWORD, PIPELINE_OPERATOR_PASSWORD and PIPELINE_READER_PASSWORD. With the
 * argument {@code engine} it installs the engine alone.
 */
public final class MigrationJob {

    private static final Logger log = LoggerFactory.getLogger(MigrationJob.class);

    /** A database container on a slow machine needs its time for the first start. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ENGINE = "engine";

    private MigrationJob() {}

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(System.getenv(), List.of(arguments)));
    }

    static int run(Map<String, String> environment, List<String> arguments) {
        boolean engineAlone = arguments.equals(List.of(ENGINE));
        if (!engineAlone && !arguments.isEmpty()) {
            log.error("Only the argument '{}' is known, which installs the engine alone: nothing was migrated", ENGINE);
            return 1;
        }
        String url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        if (url.isBlank()) {
            log.error(
                    "SPRING_DATASOURCE_URL is not set: nothing to migrate. Example: jdbc:postgresql://host:5432/name");
            return 1;
        }
        try {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            if (!take(url, owner)) {
                log.error("SPRING_DATASOURCE_URL is no address of a PostgreSQL database: nothing was migrated. "
                        + "Example: jdbc:postgresql://host:5432/name");
                return 1;
            }
            owner.setUser(environment.get("SPRING_DATASOURCE_USERNAME"));
            owner.setPassword(environment.get("SPRING_DATASOURCE_PASSWORD"));
            DatabaseWait.forUpTo(PATIENCE).until(owner);
            if (engineAlone) {
                Migrations.migrateEngine(owner, passwords(environment));
            } else {
                Migrations.migrate(owner, passwords(environment));
            }
            log.info("The database is up to date");
            return 0;
        } catch (MigrationException | FlywayException | IllegalArgumentException e) {
            log.error("The database was not migrated: {}", e.getMessage());
            return 1;
        }
    }

    /** False for what the driver cannot read; it would tell and log the whole of it, and a password may be part of it. */
    private static boolean take(String url, PGSimpleDataSource owner) {
        // The driver's own; ours goes elsewhere.
        var driverLog = java.util.logging.Logger.getLogger("org.postgresql");
        Level level = driverLog.getLevel();
        driverLog.setLevel(Level.OFF);
        try {
            owner.setUrl(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } finally {
            driverLog.setLevel(level);
        }
    }

    private static Map<PipelineRole, String> passwords(Map<String, String> environment) {
        Map<PipelineRole, String> passwords = new EnumMap<>(PipelineRole.class);
        for (PipelineRole role : PipelineRole.values()) {
            String password = environment.getOrDefault(role.passwordVariable(), "");
            if (!password.isBlank()) {
                passwords.put(role, password);
            }
        }
        return passwords;
    }
}
