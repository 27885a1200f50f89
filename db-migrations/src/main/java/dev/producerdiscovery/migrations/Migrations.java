package dev.producerdiscovery.migrations;

import dev.producerdiscovery.descriptor.Providers;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the newest schema. Safe to run again (nothing changes), by several processes at once (they
 * queue), and while services are working.
 */
public final class Migrations {

    /** How long a migration goes on looking for a moment at which no worker stands in its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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
     * @throws org.flywaydb.core.api.FlywayException when a migration fails; the database is then as it was before
     * @throws MigrationException when what goes before or after the migrations fails; the next run goes on from there
     */
    public static void migrate(DataSource owner, Map<PipelineRole, String> passwords) {
        Encoding.require(owner);
        MigrationTurn.await(owner, () -> {
            PgmqSchema.installInto(owner);
            run(owner, "classpath:db/migration");
            FormerFunctions.drop(owner);
            ProviderRows.of(Providers.all()).write(owner);
            new SummaryBackfill(owner, Courtesy.forUpTo(PATIENCE)).run();
            Courtesy.forUpTo(PATIENCE).run(() -> LargeIndexes.build(owner));
            PublicRights.close(owner);
            RolePasswords.set(owner, passwords);
        });
    }

    /** All in one transaction: services that are at work never meet half of the new functions. */
    static void run(DataSource owner, String location) {
        Flyway migrations = Flyway.configure()
                .dataSource(owner)
                .locations(location)
                .group(true)
                .callbacks(new EarlyLock())
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                // A function family may move to another file.
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                // A fresh database may already hold another extension's objects in schema public.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        Courtesy.forUpTo(PATIENCE).run(migrations::migrate);
    }
}
