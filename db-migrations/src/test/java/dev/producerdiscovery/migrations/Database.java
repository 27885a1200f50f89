package dev.producerdiscovery.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One database of a test: each call is a transaction of its own. Parameters are {@code ?}. */
record Database(String name, DataSource dataSource) {

    private static final JsonMapper JSON = new JsonMapper();

    JdbcClient.StatementSpec sql(String sql, @Nullable Object... parameters) {
        return JdbcClient.create(dataSource).sql(sql).params(Arrays.asList(parameters));
    }

    void execute(String sql, @Nullable Object... parameters) {
        JdbcClient.StatementSpec statement = sql(sql, parameters);
        if (sql.stripLeading().startsWith("select")) {
            statement.query().listOfRows();
        } else {
            statement.update();
        }
    }

    /** The only value of the only row, as text; null for a null. */
    @Nullable
    String text(String sql, @Nullable Object... parameters) {
        return sql(sql, parameters)
                .query((row, number) -> new Value(row.getString(1)))
                .single()
                .text();
    }

    long number(String sql, @Nullable Object... parameters) {
        return sql(sql, parameters).query((row, number) -> row.getLong(1)).single();
    }

    boolean isTrue(String sql, @Nullable Object... parameters) {
        return sql(sql, parameters).query((row, number) -> row.getBoolean(1)).single();
    }

    /** Whether a session of this database waits for a lock; other classes have theirs on the same server. */
    boolean hasWaitingSession() {
        return isTrue("""
                select exists (
                    select
                    from pg_stat_activity
                    where datname = current_database()
                        and wait_event_type = 'Lock')
                """);
    }

    JsonNode json(String sql, @Nullable Object... parameters) {
        return JSON.readTree(String.valueOf(text(sql, parameters)));
    }

    List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... parameters) {
        return sql(sql, parameters).query().listOfRows();
    }

    List<String> column(String sql, @Nullable Object... parameters) {
        return sql(sql, parameters)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private record Value(@Nullable String text) {}
}
