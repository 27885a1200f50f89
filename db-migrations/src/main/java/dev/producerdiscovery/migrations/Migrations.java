package dev.producerdiscovery.migrations;

import dev.producerdiscovery.descriptor.Providers;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database to the newest schema. Safe to run again (nothing changes), by several processes at once (they
 * queue), and while services are working.
 */
public final class Migrations {

    /** How long a migration goes on looking for a moment at which no worker stands in its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Every folder in it, too. Functions come in the order of the numbers that folders and files begin with. */
    static final String PIPELINE = "classpath:db/migration";

    private static final String[] ENGINE = {"classpath:db/engine", PIPELINE + "/engine"};

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
            SharedRoles.make(owner);
            PublicRights.keepNewFunctions(owner);
            PgmqSchema.installInto(owner);
            run(owner, PIPELINE);
            FormerFunctions.drop(owner);
            ProviderRows.of(Providers.all()).write(owner);
            new SummaryBackfill(owner, Courtesy.forUpTo(PATIENCE)).run();
            Courtesy.forUpTo(PATIENCE).run(() -> LargeIndexes.build(owner));
            Courtesy.forUpTo(PATIENCE).run(() -> LateChecks.make(owner));
            PublicRights.close(owner);
            RoleTimeOuts.set(owner);
            RolePasswords.set(owner, passwords);
        });
    }

    /**
     * Installs the engine alone, for another pipeline than ours: queues, leases, budgets, reports and what watches and
     * repairs them, without a table of the catalogue. docs/engine.md shows what to do with it. Keeps a history of its own,
     * {@code engine_schema_history}, so that the other pipeline can have Flyway's usual one.
     *
     * @param passwords as for {@link #migrate(DataSource, Map)}
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, as it does where the whole pipeline is
     *     installed already; the database is then as it was before
     * @throws MigrationException when what goes before or after the migrations fails; the next run goes on from there
     */
    public static void migrateEngine(DataSource owner, Map<PipelineRole, String> passwords) {
        Encoding.require(owner);
        MigrationTurn.await(owner, () -> {
            SharedRoles.make(owner);
            PublicRights.keepNewFunctions(owner);
            PgmqSchema.installInto(owner);
            run(migrations(owner, ENGINE).table("engine_schema_history"));
            PublicRights.close(owner);
            RoleTimeOuts.set(owner);
            RolePasswords.set(owner, passwords);
        });
    }

    /** All in one transaction: services that are at work never meet half of the new functions. */
    static void run(DataSource owner, String location) {
        run(migrations(owner, location));
    }

    private static void run(FluentConfiguration migrations) {
        Flyway flyway = migrations.load();
        Courtesy.forUpTo(PATIENCE).run(flyway::migrate);
    }

    private static FluentConfiguration migrations(DataSource owner, String... locations) {
        return Flyway.configure()
                .dataSource(owner)
                .locations(locations)
                .group(true)
                .callbacks(new EarlyLock())
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                // A function family may move to another file.
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                // A fresh database may already hold another extension's objects in schema public.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
