package dev.producerdiscovery.migrations;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what, as meant. Whoever widens a right has to say so here. A role also has the rights of the one above it. */
enum RightsMatrix {
    READER("""
            select artist_summaries catalog_credits credit_roles dead_letter_details dlq_messages producer_popularity
            select queue_monitoring_view queue_stats
            """, """
            archive_length budget_waits check_argument check_artist_pipeline_progress count_stuck_messages credit_family
            dead_letter_queue_of diagnose_queue_tables discovery_run_progress field_array field_date
            field_integer field_object field_short_text field_text field_uuid find_artists find_producers
            find_songs get_processing_stats get_producer_collaborations get_queue_monitoring_data
            get_queue_table_name_safe get_system_health get_worker_issue_stats is_dead_letter_queue
            ascii_lower ascii_upper check_length in_one_case is_ascii small_letters trigram_key
            list_dead_letters list_stuck_messages kept_row live_workers name_search_key pipeline_stages producers_matching producing_roles
            queue_archive_table queue_depth queue_exists queue_is_held_back queue_length
            queue_oldest_age_seconds queue_overview raise_unknown require_few require_not_negative require_object
            require_objects require_queue require_short_text require_text require_time role_groups role_produces search_key
            search_producers stage_parks validate_producer_identification_message worker_parks
            """),
    WORKER("""
            select album_lookups albums artist_albums artist_lookups artists catalogue_listings corrections credit_evidence
            select former_artist_ids merged_rows musicbrainz_dump_entries
            select musicbrainz_dump_keys musicbrainz_dumps normalized_tracks processing_status producer_aliases
            select producer_identities producer_names producer_summaries producers provider_checks provider_facts
            select providers song_lists source_artists source_releases track_producers tracks
            """, """
            acquire_processing_lock advisory_key advisory_lock_holders apply_producer_credits
            apply_song_credits apply_songs_credits artist_is_being_listed begin_discovery_run better_spelling
            check_claim choose_album_artist choose_representatives claim_producer_enrichment claim_producers_enrichment
            claim_provider_check claim_stale_lock complete_enrichment complete_processing complete_song
            correct_credit create_producer declare_distinct earlier_result ensure_message_deleted
            estimate_run fail_processing forget_empty_songs give_way given_musicbrainz_id given_spotify_id header_time id_comes_first id_rank
            artists_of_the_name join_artist learn_producer_name lock_songs
            link_producer_alias link_producer_identity lock_producers look_up_dumped_albums merge_producers merge_rows message_number
            name_care name_producers other_names part_rows pg_advisory_lock_exists pg_advisory_lock_timeout pg_advisory_unlock
            pg_delete_message pg_dequeue pg_enqueue pg_release_message pg_try_advisory_lock pgmq_archive
            pgmq_read pgmq_send prefer_producer_name process_album_atomic process_artist_atomic
            process_producer_atomic process_track_atomic process_track_batch producer_by_name
            producer_has_new_identities producer_root producers_may_be_one producers_named
            record_album_lookups record_artist_lookup record_catalogue_listing record_source_artist record_discovery_outcome record_problematic_message record_producer_profile record_producer_profiles
            record_provider_check record_provider_fact record_song_answers record_song_evidence record_song_list record_source_release
            regroup_songs release_processing_lock remember_result
            require_artist require_credit_role require_name require_person require_producer require_song
            require_spotify_id resolve_producer revert_correction settle_song settle_songs show_best_name shown_key
            song_claims
            song_credits song_has_new_albums song_is_identified song_turn song_version songs_to_identify
            split_producer split_producer_identity start_album_discovery start_artist_discovery
            start_bulk_artist_discovery store_tracks summarise_later track_places turn_id unite_namesakes unite_producers update_lock_heartbeat
            worker_alone worker_answered worker_archive worker_body worker_claim worker_dead worker_extend
            worker_fail worker_heartbeat worker_leave worker_low_water worker_message_state worker_next_due
            worker_park worker_queues.archive
            worker_queues.claim worker_queues.send worker_quota_refused worker_record_batch worker_release
            worker_report_issue worker_resolve_issues worker_send worker_spend
            """),
    OPERATOR("""
            select discovery_runs monitoring_events pgmq_dead_letter_items processing_locks provider_budgets
            select provider_usage queue_metrics queue_mgmt.problematic_messages queue_registry run_estimates
            select providers run_outcomes run_waits stage_providers worker_issues
            select,insert,update shedlock
            update queue_mgmt.problematic_messages.resolution_details queue_mgmt.problematic_messages.resolved
            update queue_registry.active queue_registry.description queue_registry.display_name
            update worker_issues.resolved
            """, """
            activate_queue begin_musicbrainz_dump cleanup_stale_entities complete_musicbrainz_dump cross_schema_queue_op
            dead_letter_exhausted_messages enqueue_stale_producers force_release_entity_lock
            forget_musicbrainz_dumps maintenance_clear_stale_entities merge_albums merge_artists move_to_dead_letter_queue
            pg_force_advisory_unlock_all purge_archived_messages purge_everything_old
            purge_old_monitoring_events purge_old_queue_metrics purge_processed_operations purge_provider_usage
            purge_settled_issues purge_step purge_worker_functions record_monitoring_event record_scaling_recommendations
            refresh_producer_names refresh_producer_summaries register_queue reprocess_from_dlq
            reset_all_stuck_messages reset_stuck_message reset_stuck_messages store_musicbrainz_entries
            summarise_stale
            """);

    private final String relations;
    private final String functions;

    RightsMatrix(String relations, String functions) {
        this.relations = relations;
        this.functions = functions;
    }

    PipelineRole role() {
        return PipelineRole.valueOf(name());
    }

    /** {@code right relation}, or {@code right relation.column} where only that column is meant. */
    Set<String> relationRights() {
        Stream<String> own = relations
                .lines()
                .map(line -> line.split(" "))
                .flatMap(words -> Arrays.stream(words[0].split(","))
                        .flatMap(right -> Arrays.stream(words).skip(1).map(relation -> right + " " + relation)));
        return upwards().map(RightsMatrix::relationRights).reduce(sorted(own), RightsMatrix::union);
    }

    /** Names of functions; overloads share their rights, and so do the functions that do one task for each queue. */
    Set<String> callableFunctions() {
        return upwards()
                .map(RightsMatrix::callableFunctions)
                .reduce(
                        sorted(Arrays.stream(functions.split("\\s+")).filter(name -> !name.isEmpty())),
                        RightsMatrix::union);
    }

    private Stream<RightsMatrix> upwards() {
        return switch (this) {
            case READER -> Stream.of();
            case WORKER -> Stream.of(READER);
            case OPERATOR -> Stream.of(WORKER);
        };
    }

    private static Set<String> sorted(Stream<String> values) {
        return values.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return sorted(Stream.concat(one.stream(), other.stream()));
    }
}
