package dev.producerdiscovery.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.migrations.PipelineRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @Test
    void a_fresh_database_is_migrated_and_shares_nothing_with_the_next_one() throws SQLException {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            execute(one.owner(), "insert into artists (name) values ('The Paper Lanterns')");
            assertThat(query(one.owner(), "select count(*) from artists")).isEqualTo("1");
            assertThat(query(other.owner(), "select count(*) from artists")).isEqualTo("0");
            assertThat(one.redisUrl()).isNotEqualTo(other.redisUrl());
        }
    }

    @ParameterizedTest
    @EnumSource(PipelineRole.class)
    void every_role_can_log_in(PipelineRole role) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(query(database.as(role), "select current_user")).isEqualTo(role.roleName());
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
