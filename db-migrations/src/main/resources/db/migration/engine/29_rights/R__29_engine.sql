-- Who may do what with the engine: all of it is here, and nothing is granted elsewhere. A new function is nobody's but its
-- owner's (Migrations.java sees to that). Each role also has the rights of the one before it: reader, worker, operator.
-- Nobody but the owner has any right on schema pgmq: messages pass through functions.

-- An installation of PGMQ by somebody else keeps what that person decided: only what we own is ours to close.
do $$
declare
    routine regprocedure;
begin
    for routine in
        select p.oid::regprocedure
        from pg_proc p
        where p.pronamespace = 'pgmq'::regnamespace
            and pg_has_role(p.proowner, 'usage')
    loop
        execute format('revoke all on function %s from public', routine);
    end loop;
end
$$;

grant usage on schema worker_queues to pipeline_worker;
grant usage on schema queue_mgmt to pipeline_operator;

grant select on
    dead_letter_details,
    dlq_messages,
    queue_monitoring_view,
    queue_stats
to pipeline_reader;

-- What was done already, and how the providers do; services change both through functions.
grant select on
    processing_status,
    provider_checks
to pipeline_worker;

-- What operators look at.
grant select on
    monitoring_events,
    pgmq_dead_letter_items,
    processing_locks,
    provider_budgets,
    provider_usage,
    queue_metrics,
    queue_mgmt.problematic_messages,
    queue_registry,
    run_waits,
    stage_providers,
    worker_issues
to pipeline_operator;

grant update (active, display_name, description) on queue_registry to pipeline_operator;
grant update (resolved) on worker_issues to pipeline_operator;
grant update (resolved, resolution_details) on queue_mgmt.problematic_messages to pipeline_operator;

grant execute on function
    -- basics
    check_argument(boolean, text, text, text),
    require_text(text, text),
    require_short_text(text, text, integer),
    check_length(text, text, integer),
    require_few(text, integer, integer, integer),
    require_time(text, timestamptz),
    require_not_negative(text, integer),
    raise_unknown(text, text, text),
    require_object(text, jsonb),
    require_objects(text, jsonb),
    ascii_lower(text),
    ascii_upper(text),
    is_ascii(text),
    field_text(jsonb, text),
    field_short_text(jsonb, text, integer),
    field_integer(jsonb, text, integer, integer),
    field_array(jsonb, text),
    field_date(jsonb, text),
    field_uuid(jsonb, text),
    field_object(jsonb, text),
    queue_exists(text),
    require_queue(text, text),
    get_queue_table_name_safe(text),
    queue_archive_table(text),
    dead_letter_queue_of(text),
    is_dead_letter_queue(text),
    -- queues
    list_dead_letters(),
    -- budgets
    worker_parks(),
    stage_parks(text),
    -- heartbeats
    live_workers(),
    -- repair
    queue_is_held_back(text),
    list_stuck_messages(text, integer),
    count_stuck_messages(text, integer),
    -- monitoring
    queue_length(text),
    queue_oldest_age_seconds(text),
    archive_length(text),
    queue_depth(text),
    get_processing_stats(),
    get_worker_issue_stats(),
    get_system_health(),
    get_queue_monitoring_data(),
    diagnose_queue_tables(text),
    queue_overview(),
    budget_waits()
to pipeline_reader;

grant execute on function
    -- basics
    header_time(jsonb, text),
    -- locks
    advisory_key(text),
    pg_try_advisory_lock(text),
    advisory_lock_holders(text),
    pg_advisory_unlock(text),
    pg_advisory_lock_exists(text),
    pg_advisory_lock_timeout(text, integer),
    acquire_processing_lock(text, text, integer, text, text),
    release_processing_lock(text, text),
    complete_processing(text, text),
    fail_processing(text, text, text),
    update_lock_heartbeat(text, text, text, text),
    claim_stale_lock(text, text, text, text),
    earlier_result(text, text),
    remember_result(text, text, jsonb),
    -- queues
    message_number(text),
    pg_enqueue(text, jsonb),
    pg_dequeue(text, integer, integer),
    pg_delete_message(text, text),
    pg_release_message(text, text),
    ensure_message_deleted(text, text, integer),
    pgmq_send(text, jsonb),
    pgmq_read(text, integer, integer),
    pgmq_archive(text, bigint),
    -- budgets
    claim_provider_check(text, interval),
    record_provider_check(text, text, text),
    worker_park(text, text, timestamptz, text, boolean),
    worker_answered(text),
    worker_spend(text, text, interval, integer, uuid, double precision),
    worker_quota_refused(text, text, timestamptz, text),
    -- deaths
    worker_alone(text, bigint, integer, text),
    -- claim
    worker_claim(text, interval, integer, integer),
    worker_claim(text, interval, integer, integer, timestamptz, boolean),
    worker_body(text, bigint, integer),
    worker_low_water(text),
    worker_next_due(text),
    worker_next_due(text, timestamptz, interval),
    worker_message_state(text, bigint, text),
    -- settle
    worker_archive(text, bigint[], integer[]),
    worker_extend(text, bigint[], integer[], interval),
    worker_release(text, bigint[], integer[], interval),
    worker_fail(text, bigint, integer, integer, text, interval),
    worker_dead(text, bigint, integer, integer, text, jsonb),
    worker_send(text, jsonb[], jsonb[]),
    -- heartbeats
    worker_heartbeat(text, text, interval),
    worker_leave(text, text),
    -- reports
    worker_record_batch(text, timestamptz, timestamptz, integer, integer, integer, jsonb),
    worker_report_issue(text, text, text, jsonb, integer),
    worker_resolve_issues(text, interval),
    record_problematic_message(text, text, jsonb, text, text)
to pipeline_worker;

grant execute on function
    -- locks
    pg_force_advisory_unlock_all(text),
    force_release_entity_lock(text, text),
    -- queues
    move_to_dead_letter_queue(text, text, text, text, jsonb),
    reprocess_from_dlq(text, text, jsonb),
    -- claim
    purge_worker_functions(),
    -- registration
    activate_queue(text, boolean),
    register_queue(text, text, text, boolean),
    -- reports
    record_monitoring_event(text, jsonb),
    -- repair
    cross_schema_queue_op(text, text, text, jsonb),
    dead_letter_exhausted_messages(text, integer),
    reset_stuck_message(text, text),
    reset_stuck_messages(text, integer),
    reset_all_stuck_messages(integer),
    -- monitoring
    record_scaling_recommendations(),
    -- maintenance
    purge_step(),
    purge_old_monitoring_events(integer),
    purge_old_queue_metrics(integer),
    purge_processed_operations(integer),
    purge_provider_usage(integer),
    purge_settled_issues(integer),
    purge_archived_messages(text, integer),
    purge_everything_old(integer),
    maintenance_clear_stale_entities(integer),
    cleanup_stale_entities(integer)
to pipeline_operator;

-- Services had these once, and need not, or have them as readers.
revoke select on
    provider_budgets,
    provider_usage,
    queue_registry,
    stage_providers
from pipeline_worker;

revoke execute on function worker_parks() from pipeline_worker;
