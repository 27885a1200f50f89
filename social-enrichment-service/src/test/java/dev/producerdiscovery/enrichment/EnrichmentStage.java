package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole stage on a real database, with providers of ours. */
@StageTest
abstract class EnrichmentStage {

    static final String MBID = "5a1c3a44-0000-4000-8000-00000000a001";
    static final long GENIUS = 4711;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    final Pages pages = new Pages(PROVIDERS);
    final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Autowired
    SocialEnrichmentWorker worker;

    ManualRunner runner;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(
                properties,
                DATABASE,
                StandInFor.MUSICBRAINZ,
                StandInFor.GENIUS,
                StandInFor.DISCOGS,
                StandInFor.INSTAGRAM);
    }

    @BeforeEach
    void forgetEverybody(@Autowired DataSource dataSource) {
        pages.reset();
        jdbc.sql("truncate producers, provider_budgets, processing_status cascade")
                .update();
        jdbc.sql("select pgmq.purge_queue('social_enrichment')").query().singleRow();
        runner = new ManualRunner(dataSource);
    }

    Handled enrich(UUID producerId) {
        return runner.run(worker, "{\"producerId\": \"%s\", \"producerName\": \"somebody\"}".formatted(producerId));
    }

    UUID producer(String name, String key) {
        return jdbc.sql("insert into producers (name, normalized_name) values (:name, :key) returning id")
                .param("name", name)
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    void identity(UUID producerId, String provider, String externalId) {
        jdbc.sql(
                        "insert into producer_identities (producer_id, provider, external_id) values (:id, :provider, :external)")
                .param("id", producerId)
                .param("provider", provider)
                .param("external", externalId)
                .update();
    }

    Map<String, @Nullable Object> row(UUID producerId) {
        return jdbc.sql("select *, metadata ->> 'bio' as bio from producers where id = :id")
                .param("id", producerId)
                .query()
                .singleRow();
    }

    UUID root(UUID producerId) {
        return jdbc.sql("select producer_root(:id)")
                .param("id", producerId)
                .query(UUID.class)
                .single();
    }

    List<String> sites(UUID producerId) {
        return texts(
                "select p ->> 'site' from producers, jsonb_array_elements(metadata -> 'profiles') p where id = :id",
                producerId);
    }

    List<String> aliases(UUID producerId) {
        return texts("select alias from producer_aliases where producer_id = :id", producerId);
    }

    List<String> identities(UUID producerId) {
        return texts(
                "select provider || ' ' || external_id from producer_identities where producer_id = :id", producerId);
    }

    String answers(UUID producerId) {
        return texts("select metadata ->> 'profile_answers' from producers where id = :id", producerId)
                .getFirst();
    }

    String state(UUID producerId) {
        return texts(
                        "select state from processing_status where entity_type = 'producer' and entity_id = :id::text",
                        producerId)
                .getFirst();
    }

    private List<String> texts(String query, UUID producerId) {
        return jdbc.sql(query)
                .param("id", producerId)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
