package dev.producerdiscovery.migrations;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the newest schema. Safe to run again (nothing changes), by several processes at once (they
 * queue), and while services are working.
 */
public final class Migrations {

    private Migrations() {}

    /** As {@link #migrate(DataSource, Map)}, leaving the roles without a new password. */
    public static void migrate(DataSource owner) {
        migrate(owner, Map.of());
    }

    /**
     * Migrates as the user of {@code owner}, who must own the database and be allowed to create roles where the three
     * pipeline roles do not exist yet.
     *
     * @param passwords the roles that may log in afterwards, with their passwords; the others keep what they have
     * @throws org.flywaydb.core.api.FlywayException when a migration fails; that migration has then left no trace
     */
    public static void migrate(DataSource owner, Map<PipelineRole, String> passwords) {
        PgmqSchema.installInto(owner);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                // A function family may move to another file.
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                // A fresh database may already hold another extension's objects in schema public.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        RolePasswords.set(owner, passwords);
    }
}
