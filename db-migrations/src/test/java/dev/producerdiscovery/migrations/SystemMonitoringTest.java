package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SystemMonitoringTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void clean() {
        DB.execute("select pgmq.purge_queue(queue_name) from queue_registry");
        DB.execute("delete from processing_status");
        DB.execute("delete from worker_issues");
        DB.execute("delete from queue_metrics");
        DB.execute("delete from monitoring_events");
    }

    private static JsonNode health() {
        return DB.json("select get_system_health()");
    }

    private static void stuckMessages(int count) {
        DB.execute(
                "select pgmq.send_batch('track_discovery', (select array_agg('{}'::jsonb) from generate_series(1, ?)))",
                count);
        DB.execute("select pgmq.read('track_discovery', 7200, ?)", count);
        DB.execute("update pgmq.q_track_discovery set last_read_at = now() - interval '1 hour'");
    }

    private static void entities(int count, String state, String age) {
        DB.execute(
                "insert into processing_status (entity_type, entity_id, state, last_processed_at)"
                        + " select ?, n::text, ?, now() - ?::interval from generate_series(1, ?) n",
                "type " + state,
                state,
                age,
                count);
    }

    @Test
    void an_empty_system_is_healthy_and_nothing_is_null() {
        JsonNode health = health();
        assertThat(health.get("overall_status").asString()).isEqualTo("healthy");
        assertThat(health.at("/queue_health/queues_checked").asInt()).isEqualTo(5);
        assertThat(health.at("/queue_health/total_stuck_messages").asInt()).isZero();
        assertThat(health.at("/processing_health/entities_checked").asInt()).isZero();
        assertThat(health.at("/worker_health/total_issues").asInt()).isZero();
        assertThat(health.get("timestamp").isNull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,healthy", "1,warning", "10,warning", "11,critical"})
    void stuck_messages_worsen_the_queues_health(int count, String status) {
        if (count > 0) {
            stuckMessages(count);
        }
        assertThat(health().at("/queue_health/status").asString()).isEqualTo(status);
        assertThat(health().get("overall_status").asString()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS,29 minutes,9,healthy",
        "IN_PROGRESS,31 minutes,5,warning",
        "IN_PROGRESS,31 minutes,6,critical",
        "FAILED,1 hour,10,warning",
        "FAILED,1 hour,11,critical",
        "FAILED,25 hours,11,healthy",
        "COMPLETED,2 hours,50,healthy"
    })
    void stuck_and_failed_entities_of_the_last_day_worsen_the_processing_health(
            String state, String age, int count, String status) {
        entities(count, state, age);
        assertThat(health().at("/processing_health/status").asString()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1,warning", "5,warning", "6,critical"})
    void open_issues_worsen_the_workers_health(int count, String status) {
        DB.execute(
                "insert into worker_issues (worker_name, issue_type, message)"
                        + " select 'worker', 'type ' || n, 'message' from generate_series(1, ?) n",
                count);
        assertThat(health().at("/worker_health/status").asString()).isEqualTo(status);
        assertThat(health().at("/worker_health/workers_with_issues").asInt()).isEqualTo(1);
        DB.execute("update worker_issues set resolved = true");
        assertThat(health().at("/worker_health/status").asString()).isEqualTo("healthy");
        assertThat(DB.text("select concat_ws('|', open_issues, total) from get_worker_issue_stats() limit 1"))
                .isEqualTo("0|1");
    }

    @Test
    void queue_data_tells_every_state_a_message_can_be_in() {
        DB.execute("select pg_enqueue('track_discovery', '{}') from generate_series(1, 4)");
        DB.execute("select pgmq.send('track_discovery', '{}'::jsonb, 600)");
        DB.execute("select pg_dequeue('track_discovery', 2, 600)");
        DB.execute("select worker_release('track_discovery', array[min(msg_id)], array[1], interval '1 hour')"
                + " from pgmq.q_track_discovery where read_ct = 1");
        DB.execute("select pg_enqueue('track_discovery_dlq', '{}')");
        DB.execute("insert into queue_metrics (queue_name, operation, started_at, processed_count, error_count)"
                + " values ('track_discovery', 'process', now(), 7, 2)");
        DB.execute("update queue_registry set active = false where queue_name = 'track_discovery'");
        var row = DB.rows("select * from get_queue_monitoring_data() where queue_name = 'track_discovery'")
                .getFirst();
        DB.execute("update queue_registry set active = true where queue_name = 'track_discovery'");
        DB.execute("select pgmq.purge_queue('track_discovery_dlq')");
        assertThat(row)
                .containsEntry("active", false)
                .containsEntry("visible", 2L)
                .containsEntry("in_flight", 1L)
                .containsEntry("delayed", 2L)
                .containsEntry("stuck", 0L)
                .containsEntry("dead_lettered", 1L)
                .containsEntry("processed_last_hour", 7L)
                .containsEntry("errors_last_hour", 2L);
    }

    @Test
    void the_age_is_that_of_the_oldest_message_that_could_be_taken() {
        DB.execute("select pgmq.send('track_discovery', '{}'::jsonb, 600)");
        DB.execute("update pgmq.q_track_discovery set enqueued_at = now() - interval '1 day'");
        String age = "select oldest_age_seconds from get_queue_monitoring_data() where queue_name = 'track_discovery'";
        assertThat(DB.number(age)).as("a delayed message is no outage").isZero();
        DB.execute("update pgmq.q_track_discovery set vt = now() - interval '90 seconds'");
        assertThat(DB.number(age)).isBetween(90L, 120L);
    }

    @Test
    void an_empty_queue_has_a_row_too() {
        assertThat(DB.number("select count(*) from get_queue_monitoring_data()"))
                .isEqualTo(5);
        assertThat(DB.number("select count(*) from queue_monitoring_view")).isEqualTo(5);
        assertThat(DB.rows("select * from queue_stats")).isEmpty();
    }

    @Test
    void the_monitoring_view_tells_what_was_fixed_and_when_somebody_looked() {
        stuckMessages(3);
        String row =
                "select concat_ws('|', total_messages, stuck_messages, messages_fixed, last_check_time is not null)"
                        + " from queue_monitoring_view where queue_name = 'track_discovery'";
        assertThat(DB.text(row)).isEqualTo("3|3|0|f");
        DB.execute("select reset_all_stuck_messages()");
        assertThat(DB.text(row)).isEqualTo("3|0|3|t");
    }

    @Test
    void statistics_are_by_queue_and_hour() {
        DB.execute("""
                insert into queue_metrics (queue_name, operation, started_at, processed_count, error_count, created_at)
                values
                    ('a', 'process', now(), 3, 1, '2020-01-01 10:05:00+00'),
                    ('a', 'process', now(), 4, 0, '2020-01-01 10:55:00+00'),
                    ('a', 'process', now(), 5, 0, '2020-01-01 11:00:00+00')
                """);
        assertThat(DB.column("select concat_ws('|', extract(hour from hour), messages_processed, error_count)"
                        + " from queue_stats where queue_name = 'a' order by hour"))
                .containsExactly("10|7|1", "11|5|0");
    }

    @Test
    void processing_is_counted_by_type_and_state() {
        entities(2, "FAILED", "1 hour");
        entities(3, "COMPLETED", "2 hours");
        assertThat(DB.column("select concat_ws('|', entity_type, state, entities, avg_attempts)"
                        + " from get_processing_stats()"))
                .containsExactly("type COMPLETED|COMPLETED|3|0.00", "type FAILED|FAILED|2|0.00");
    }

    @Test
    void a_scaling_recommendation_is_recorded_for_every_queue() {
        DB.execute("select pg_enqueue('track_discovery', '{}') from generate_series(1, 30)");
        DB.execute("select pgmq.archive('track_discovery', (select array_agg(msg_id) from"
                + " (select msg_id from pgmq.q_track_discovery order by msg_id limit 10) q))");
        assertThat(DB.number("select record_scaling_recommendations()")).isEqualTo(5);
        JsonNode details = DB.json("select details from monitoring_events where event_type = 'scaling_recommendation'"
                + " and details ->> 'queue_name' = 'track_discovery'");
        assertThat(details.get("backlog").asInt()).isEqualTo(20);
        assertThat(details.get("minutes_to_drain").asInt()).isEqualTo(120);
        assertThat(details.get("recommended_replicas").asInt()).isEqualTo(5);
        assertThat(details.get("held_back").asBoolean()).isFalse();
    }

    @Test
    void the_tables_behind_queues_can_be_diagnosed_one_or_all() {
        DB.execute("select pg_enqueue('track_discovery', '{}')");
        var row = DB.rows("select * from diagnose_queue_tables('track_discovery')")
                .getFirst();
        assertThat(row)
                .containsEntry("schema_name", "pgmq")
                .containsEntry("table_name", "q_track_discovery")
                .containsEntry("messages", 1L)
                .containsEntry("registered", true);
        assertThat(DB.number("select count(*) from diagnose_queue_tables()")).isEqualTo(10);
        assertRefused(UNKNOWN, () -> DB.execute("select diagnose_queue_tables('nowhere; --')"));
    }
}
