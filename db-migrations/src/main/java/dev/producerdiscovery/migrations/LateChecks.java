package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Looks at the rows that were there when a foreign key came to a large table. In the migration it would keep everybody from
 * writing for as long as it takes; here it keeps nobody. An interrupted one is made by the next run.
 */
final class LateChecks {

    private static final String MISSING = """
            select format('alter table %s validate constraint %I', k.conrelid::regclass, k.conname)
            from pg_constraint k
            where k.contype = 'f'
                and not k.convalidated
                and k.connamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
            order by 1
            """;

    private LateChecks() {}

    /** @throws MigrationException when a row refers to nothing, or a table was held too long; those before it are made */
    static void make(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String check : FirstColumn.of(statement, MISSING)) {
                OneTransaction.on(connection, sameConnection -> {
                    statement.execute(LockTimeout.SET);
                    statement.execute(check);
                });
            }
        } catch (SQLException e) {
            throw new MigrationException("a foreign key could not be checked: " + e.getMessage(), e);
        }
    }
}
