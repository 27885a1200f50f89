package dev.producerdiscovery.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlowStatementsTest {

    /** As PostgreSQL 18 writes it. */
    private static final List<String> LOG = """
            2026-01-02 03:04:05.678 UTC [4711] LOG:  checkpoint starting: time
            2026-01-02 03:04:06.000 UTC [4712] LOG:  duration: 250.125 ms  plan:
            \tQuery Text: select count(*)
            \t  from songs s
            \t  where s.title = $1
            \tQuery Parameters: $1 = 'Slow Tide'
            \tAggregate  (cost=1.00..2.00 rows=1 width=8)
            \t  ->  Seq Scan on songs s  (cost=0.00..1.00 rows=1 width=0)
            2026-01-02 03:04:06.100 UTC [4712] CONTEXT:  SQL function "songs_of" statement 1
            2026-01-02 03:04:07.000 UTC [4712] LOG:  duration: 900.5 ms  plan:
            \tQuery Text: update songs set title = 'a'
            \tUpdate on songs  (cost=0.00..1.00 rows=0 width=0)
            2026-01-02 03:04:07.500 UTC [4712] LOG:  duration: 5000.0 ms  statement: select pg_sleep(5)
            2026-01-02 03:04:08.000 UTC [4712] LOG:  duration: 1200.0 ms  plan:
            \tQuery Text: select count(*)
            \t  from songs s
            \t  where s.title = $1
            \tQuery Parameters: $1 = 'Slower Tide'
            \tAggregate  (cost=7.00..8.00 rows=1 width=8)
            """.lines().toList();

    @Test
    void a_statement_has_one_line_and_its_plan_keeps_its_own() {
        SlowStatement first = SlowStatements.all(LOG).getFirst();

        assertThat(first.millis()).isEqualTo(250.125);
        assertThat(first.statement()).isEqualTo("select count(*) from songs s where s.title = $1");
        assertThat(first.plan()).isEqualTo("""
                Query Parameters: $1 = 'Slow Tide'
                Aggregate  (cost=1.00..2.00 rows=1 width=8)
                  ->  Seq Scan on songs s  (cost=0.00..1.00 rows=1 width=0)""");
    }

    @Test
    void of_a_statement_that_was_slow_several_times_the_longest_counts_and_the_longest_statement_is_first() {
        assertThat(SlowStatements.longest(LOG, 5))
                .extracting(SlowStatement::millis)
                .containsExactly(1200.0, 900.5);
        assertThat(SlowStatements.longest(LOG, 1)).hasSize(1);
    }

    @Test
    void a_duration_without_a_plan_is_not_taken_for_one() {
        assertThat(SlowStatements.all(LOG)).extracting(SlowStatement::millis).containsExactly(250.125, 900.5, 1200.0);
    }

    @Test
    void a_log_that_ends_within_a_plan_is_read_to_its_end() {
        assertThat(SlowStatements.all(LOG.subList(0, 3)))
                .singleElement()
                .extracting(SlowStatement::statement)
                .isEqualTo("select count(*)");
    }
}
