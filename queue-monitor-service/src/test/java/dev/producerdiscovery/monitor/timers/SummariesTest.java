package dev.producerdiscovery.monitor.timers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class SummariesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int ROUNDS = 30;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Summaries summaries = new Summaries(JdbcClient.create(DATABASE.as(PipelineRole.OPERATOR)));

    @BeforeEach
    void nothingIsNoted() {
        owner.sql("truncate stale_summaries").update();
    }

    private void note(int times) {
        owner.sql("insert into stale_summaries (producer_id) select gen_random_uuid() from generate_series(1, ?)")
                .param(times)
                .update();
    }

    private long noted() {
        return owner.sql("select count(*) from stale_summaries")
                .query(Long.class)
                .single();
    }

    @Test
    void whatever_is_noted_is_added_up_in_a_round() {
        note(4_500);

        summaries.addUp();

        assertThat(noted()).isZero();
    }

    @Test
    void what_fails_for_long_is_told_once_and_done_when_it_can_be(CapturedOutput output) {
        note(3);
        owner.sql("""
                        create function refuse() returns trigger language plpgsql as $$
                        begin
                            raise exception 'this is a test' using errcode = '57014';
                        end
                        $$
                        """).update();
        owner.sql(
                        "create trigger refused before delete on stale_summaries for each statement execute function refuse()")
                .update();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            summaries.addUp();
        }
        owner.sql("drop trigger refused on stale_summaries").update();

        summaries.addUp();

        assertThat(noted()).isZero();
        assertThat(output.getOut().lines().filter(line -> line.contains("Credits have not been added up 30 times")))
                .hasSize(1);
        assertThat(output.getOut()).contains("Credits are added up again.");
    }
}
