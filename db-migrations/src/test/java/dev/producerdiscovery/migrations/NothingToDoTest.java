package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a database in which nothing has happened yet, every function has an answer, and it is that there is nothing. */
class NothingToDoTest {

    private static final Database DB = TestServer.plain().migrated();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pg_dequeue('track_discovery')                                              | []",
                "pg_delete_message('track_discovery', '1')                                  | false",
                "pg_release_message('track_discovery', '1')                                 | false",
                "ensure_message_deleted('track_discovery', '1')                             | true",
                "list_stuck_messages('track_discovery')                                     | nothing",
                "count_stuck_messages('track_discovery')                                    | 0",
                "reset_stuck_message('track_discovery', '1')                                | false",
                "reset_stuck_messages('track_discovery')                                    | 0",
                "reset_all_stuck_messages()                                                 | nothing",
                "move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', '1', 'why') | false",
                "reprocess_from_dlq('track_discovery_dlq', '1')                             | false",
                "dead_letter_exhausted_messages('track_discovery', 1)                       | 0",
                "jsonb_path_query(cross_schema_queue_op('peek', 'track_discovery', '1', null), '$.success') | false",
                "pgmq_read('track_discovery', 1, 1)                                         | nothing",
                "pgmq_archive('track_discovery', 1)                                         | false",
                "start_bulk_artist_discovery()                                              | nothing",
                "enqueue_stale_producers()                                                  | 0",
                "search_producers('nobody')                                                 | nothing",
                "find_producers('nobody')                                                   | nothing",
                "find_artists('nobody')                                                     | nothing",
                "find_songs('nothing')                                                      | nothing",
                "release_processing_lock('song', '1')                                       | false",
                "complete_processing('song', '1')                                           | false",
                "fail_processing('song', '1', 'why')                                        | false",
                "update_lock_heartbeat('song', '1', 'worker', null)                         | false",
                "claim_stale_lock('song', '1', 'worker', null)                              | false",
                "jsonb_path_query(force_release_entity_lock('song', '1'), '$.released')     | false",
                "pg_advisory_unlock('key'::text)                                            | false",
                "pg_advisory_lock_exists('key')                                             | false",
                "pg_force_advisory_unlock_all('key')                                        | nothing",
                "get_processing_stats()                                                     | nothing",
                "get_worker_issue_stats()                                                   | nothing",
                "maintenance_clear_stale_entities()                                         | nothing",
                "jsonb_path_query(cleanup_stale_entities(), '$.deleted_locks + $.reset_statuses') | 0",
                "purge_old_monitoring_events()                                              | 0",
                "purge_old_queue_metrics(0)                                                 | 0",
                "purge_processed_operations(0)                                              | 0",
                "purge_archived_messages('track_discovery', 0)                              | 0",
                "worker_claim('track_discovery', interval '1 minute', 1)                    | nothing",
                "worker_archive('track_discovery', array[1], array[1])                      | nothing",
                "worker_extend('track_discovery', array[1], array[1], interval '1 minute')  | nothing",
                "worker_release('track_discovery', array[1], array[1])                      | nothing",
                "worker_fail('track_discovery', 1, 1, 1, 'why', interval '0')               | false",
                "worker_dead('track_discovery', 1, 1, 1, 'why')                             | false",
                "worker_next_due('track_discovery')                                         | nothing",
                "worker_body('track_discovery', 1, 1)                                       | nothing",
                "worker_alone('track_discovery', 1, 1, 'worker')                            | false",
                "worker_message_state('track_discovery', 1, 'key')                          | nothing",
                "worker_answered('spotify')                                                 | false",
                "worker_parks()                                                             | nothing",
                "claim_provider_check('spotify', interval '1 hour')                         | false",
                "record_provider_check('spotify', 'fine', '')                               | nothing",
                "worker_resolve_issues('worker', interval '0')                              | 0",
                "live_workers()                                                             | nothing",
                "producer_popularity                                                        | nothing",
                "dlq_messages                                                               | nothing",
                "dead_letter_details                                                        | nothing",
                "queue_stats                                                                | nothing"
            })
    void the_answer_is_that_there_is_nothing(String source, String answer) {
        assertThat(DB.text("select coalesce(string_agg(r::text, ';'), 'nothing') from " + source + " as r"))
                .isEqualTo(answer);
    }
}
