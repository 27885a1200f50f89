package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that schema {@code pgmq} exists before the migrations need it: the extension where the server has it,
 * otherwise our own schema with the same tables, types and functions.
 *
 * <p>What is there already wins. A database that began with our schema stays with it when the extension becomes
 * available later, because the extension cannot adopt existing tables and the two behave alike.
 */
final class PgmqSchema {

    private static final Logger log = LoggerFactory.getLogger(PgmqSchema.class);

    private PgmqSchema() {}

    static void installInto(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            OneTransaction.on(connection, PgmqSchema::installOn);
        } catch (SQLException e) {
            throw new MigrationException("PGMQ could not be installed: " + e.getMessage(), e);
        }
    }

    private static void installOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two migrating processes would otherwise both find the schema missing.
            statement.execute("select pg_advisory_xact_lock(hashtextextended('producer-discovery:pgmq', 1))");
            install(statement, find(statement), CompatibleSchema.load());
        }
    }

    private static void install(Statement statement, Found found, CompatibleSchema own) throws SQLException {
        if (found.extensionVersion() != null) {
            log.info("PGMQ: extension {} is in use", found.extensionVersion());
        } else if (CompatibleSchema.isMarkedBy(found.schemaComment())) {
            if (!own.mark().equals(found.schemaComment())) {
                own.createWith(statement);
                log.info("PGMQ: our own schema was brought to the newest revision");
            }
        } else if (found.functions()) {
            log.info("PGMQ: a schema pgmq that was installed without the extension is used as it is");
        } else if (found.available()) {
            statement.execute("create extension pgmq");
            log.info("PGMQ: extension created");
        } else {
            own.createWith(statement);
            log.info("PGMQ: this server does not have the extension, so our own schema pgmq was created");
        }
    }

    private static Found find(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select
                    (select extversion from pg_extension where extname = 'pgmq') as extension_version,
                    exists (select from pg_available_extensions where name = 'pgmq') as available,
                    to_regprocedure('pgmq.create(text)') is not null as functions,
                    obj_description(to_regnamespace('pgmq'), 'pg_namespace') as schema_comment
                """)) {
            row.next();
            return new Found(
                    row.getString("extension_version"),
                    row.getBoolean("available"),
                    row.getBoolean("functions"),
                    row.getString("schema_comment"));
        }
    }

    private record Found(
            @Nullable String extensionVersion,
            boolean available,
            boolean functions,
            @Nullable String schemaComment) {}
}
