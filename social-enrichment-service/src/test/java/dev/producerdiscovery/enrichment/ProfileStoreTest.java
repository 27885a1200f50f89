package dev.producerdiscovery.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class ProfileStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void a_producer_is_read_with_one_connection_so_that_handlers_cannot_wait_for_each_others_second_one() {
        UUID id = JdbcClient.create(DATABASE.owner())
                .sql("select resolve_producer('musicbrainz', 'm1', 'Cora Quill', 'cora quill')")
                .query(UUID.class)
                .single();
        HikariConfig config = new HikariConfig();
        config.setDataSource(DATABASE.worker());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(1_000);
        try (HikariDataSource one = new HikariDataSource(config)) {
            ProfileStore store = new ProfileStore(JdbcClient.create(one), JsonMapper.shared());

            assertThat(store.producer(id))
                    .hasValueSatisfying(producer ->
                            assertThat(producer.identities()).containsExactly(new Identity("musicbrainz", "m1")));
            assertThat(store.producer(UUID.randomUUID())).isEmpty();
        }
    }
}
