package dev.producerdiscovery.worker.example.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever follows docs/engine.md has another pipeline running. */
class EngineDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/engine.md");

    private static final Path SOURCES = Path.of("src/test/java/dev/producerdiscovery/worker/example/parcels");

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"Parcel", "ParcelWorker", "ParcelService"})
    void the_guide_shows_the_code_that_is_compiled_and_run_here(String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));
        String shown = source.substring(source.indexOf("\n\n", source.lastIndexOf("\nimport ")) + 2);

        assertThat(Files.readString(DOCUMENT)).contains(shown.strip());
    }

    @Test
    void its_sql_and_its_service_are_a_pipeline() throws IOException {
        List<String> steps = SQL.matcher(Files.readString(DOCUMENT))
                .results()
                .map(step -> step.group(1))
                .toList();
        assertThat(steps).hasSize(3);
        try (TestDatabase database = TestDatabase.empty()) {
            JdbcClient owner = JdbcClient.create(database.owner());
            Migrations.migrateEngine(database.owner(), Map.of());
            new JdbcTemplate(database.owner()).execute(steps.getFirst());

            try (ConfigurableApplicationContext service = service(database)) {
                assertThat(service.isRunning()).isTrue();
                owner.sql(steps.get(1)).query().listOfRows();
                soon().untilAsserted(() -> assertThat(owner.sql("select address from parcels")
                                .query(String.class)
                                .list())
                        .containsExactly("3 Low Tide Lane"));
                owner.sql("select pg_enqueue('parcel', '{\"grams\": 1}')")
                        .query()
                        .listOfRows();
                soon().until(() -> owner.sql("select count(*) from dlq_messages")
                                .query(Long.class)
                                .single()
                        == 1);
            }
            owner.sql(steps.getLast()).query().listOfRows();
        }
    }

    private static ConfigurableApplicationContext service(TestDatabase database) {
        return new SpringApplicationBuilder(ParcelService.class)
                .web(WebApplicationType.NONE)
                .properties(database.springProperties())
                .properties(Map.of("spring.main.banner-mode", "off"))
                .run();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
