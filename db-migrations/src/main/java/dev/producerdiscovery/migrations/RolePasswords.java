package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Lets roles log in. The password is hashed on this side, so that it appears in no statement log of the server. */
final class RolePasswords {

    private RolePasswords() {}

    static void set(DataSource owner, Map<PipelineRole, String> passwords) {
        if (passwords.isEmpty()) {
            return;
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (var entry : passwords.entrySet()) {
                String role = entry.getKey().roleName();
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role, entry.getValue().toCharArray(), "scram-sha-256");
                statement.execute("alter role " + role + " login");
            }
        } catch (SQLException e) {
            throw new MigrationException(
                    "the passwords of " + passwords.keySet() + " could not be set: " + e.getMessage(), e);
        }
    }
}
