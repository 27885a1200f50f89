-- Who may read and write which table. Functions say for themselves who may execute them. Nobody but the owner has any
-- right on schema pgmq: messages pass through functions.

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

-- The catalogue. Rows are never deleted by services, but for what is computed anew.
grant select, insert, update on
    artists,
    albums,
    artist_albums,
    normalized_tracks,
    tracks,
    producers,
    track_producers,
    credit_evidence,
    album_lookups,
    source_releases,
    producer_aliases,
    producer_identities,
    corrections
to pipeline_worker;

grant delete on
    track_producers,
    credit_evidence,
    producer_aliases,
    producer_identities
to pipeline_worker;

-- What is already identified; services change it through functions.
grant select on processing_status, providers to pipeline_worker;

grant select, insert, update on provider_facts to pipeline_worker;

-- What operators look at.
grant usage on schema queue_mgmt to pipeline_operator;

grant select on
    queue_registry,
    run_outcomes,
    stage_providers,
    providers,
    provider_budgets,
    provider_usage,
    run_estimates,
    run_waits,
    processing_locks,
    worker_issues,
    queue_metrics,
    monitoring_events,
    pgmq_dead_letter_items,
    queue_mgmt.problematic_messages
to pipeline_operator;

grant update (active, display_name, description) on queue_registry to pipeline_operator;
grant update (resolved) on worker_issues to pipeline_operator;
grant update (resolved, resolution_details) on queue_mgmt.problematic_messages to pipeline_operator;

-- Services could read these once, and need not.
revoke select on
    queue_registry,
    run_outcomes,
    stage_providers,
    provider_budgets,
    provider_usage
from pipeline_worker;
