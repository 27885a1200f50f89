package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class FallbackShareTest {

    private static final double OTHERWISE = 0.2;

    private Instant now = Instant.EPOCH;
    private int living = 2;

    private final FallbackShare share = new FallbackShare(this::living, OTHERWISE, () -> now);

    private int living() {
        if (living < 0) {
            throw new DataAccessResourceFailureException("the database is away");
        }
        return living;
    }

    @Test
    void each_living_process_has_as_much_as_every_other() {
        assertThat(share.getAsDouble()).isEqualTo(0.5);

        living = 4;
        assertThat(share.getAsDouble()).as("believed for a while").isEqualTo(0.5);
        now = now.plusSeconds(11);
        assertThat(share.getAsDouble()).isEqualTo(0.25);
    }

    @Test
    void nobody_that_is_known_to_live_is_still_this_process() {
        living = 0;

        assertThat(share.getAsDouble()).isEqualTo(1);
    }

    @Test
    void while_nobody_knows_it_is_what_was_configured() {
        living = -1;
        assertThat(share.getAsDouble()).isEqualTo(OTHERWISE);

        living = 1;
        now = now.plusSeconds(11);
        assertThat(share.getAsDouble()).isEqualTo(1);
    }

    @Test
    void a_process_is_alive_on_however_many_queues_it_works() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient.create(database.owner())
                    .sql("select register_queue('artist_discovery'), register_queue('album_discovery')")
                    .query()
                    .singleRow();
            JdbcClient worker = JdbcClient.create(database.as(PipelineRole.WORKER));
            worker.sql("""
                            select
                                worker_heartbeat('artist_discovery', 'one', '30s'),
                                worker_heartbeat('album_discovery', 'one', '30s'),
                                worker_heartbeat('album_discovery', 'other', '30s')
                            """).query().singleRow();

            assertThat(new BudgetStore(worker).livingProcesses()).isEqualTo(2);
        }
    }
}
