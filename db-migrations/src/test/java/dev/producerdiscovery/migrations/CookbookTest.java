package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement of the cookbook in docs/database.md, in its order, on a database where there is something to do. */
class CookbookTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Database OPERATOR = TestServer.plain().as(DB, PipelineRole.OPERATOR.roleName());

    /** A recipe ends this session. Kept here, because the driver closes a connection that nobody refers to. */
    private static Connection lockHolder;

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        lockHolder = TestServer.plain()
                .dataSource(DB.name(), PipelineRole.WORKER.roleName())
                .getConnection();
        try (Connection connection = DB.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(data());
        }
        try (Statement statement = lockHolder.createStatement()) {
            statement.execute("select pg_try_advisory_lock('nightly-export'::text)");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        lockHolder.close();
    }

    private static String data() throws IOException {
        try (var file = Objects.requireNonNull(CookbookTest.class.getResourceAsStream("/cookbook-data.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.producerdiscovery.migrations.CookbookRecipe#all")
    void an_operator_gets_what_the_recipe_promises(CookbookRecipe recipe) {
        if (recipe.sql().startsWith("update")) {
            assertThat(OPERATOR.sql(recipe.sql()).update()).as("%s", recipe).isPositive();
            return;
        }
        assertThat(OPERATOR.rows(recipe.sql()))
                .as("%s", recipe)
                .isNotEmpty()
                .noneMatch(CookbookTest::saysThatNothingHappened);
    }

    /** What a call answers that found nothing to do; wider rows are things shown, in which false means something else. */
    private static boolean saysThatNothingHappened(Map<String, @Nullable Object> row) {
        return (row.size() <= 2 && row.containsValue(false))
                || (row.size() == 1 && (row.containsValue(0) || row.containsValue(0L)));
    }

    @Test
    void the_recipes_are_found() {
        assertThat(CookbookRecipe.all()).hasSizeGreaterThan(40);
    }
}
