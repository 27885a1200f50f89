-- What people and timers look at to see whether all is well.

create or replace function get_processing_stats()
returns table (entity_type text, state text, entities bigint, oldest timestamptz, avg_attempts numeric)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    s.entity_type,
    s.state,
    count(*),
    min(coalesce(s.last_processed_at, s.created_at)),
    round(avg(s.attempts), 2)
from processing_status s
group by s.entity_type, s.state
order by s.entity_type, s.state
$$;

comment on function get_processing_stats() is 'Entities by type and state, with the oldest of each and the average attempts';

create or replace function get_worker_issue_stats()
returns table (worker_name text, issue_type text, open_issues bigint, total bigint, latest timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    i.worker_name,
    i.issue_type,
    count(*) filter (where not i.resolved),
    count(*),
    max(i.updated_at)
from worker_issues i
group by i.worker_name, i.issue_type
order by i.worker_name, i.issue_type
$$;

comment on function get_worker_issue_stats() is 'Issues by worker and type: open, ever, and when last';

create or replace function health_status(p_critical boolean, p_warning boolean) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case when p_critical then 'critical' when p_warning then 'warning' else 'healthy' end
$$;

comment on function health_status(boolean, boolean) is 'critical, warning or healthy';

create or replace function get_system_health() returns jsonb
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queues jsonb;
    processing jsonb;
    workers jsonb;
begin
    -- Materialized, or every mention of the count would count again.
    with q as materialized (
        select count_stuck_messages(r.queue_name) as stuck
        from queue_registry r
        where queue_exists(r.queue_name)
    )
    select jsonb_build_object(
        'status', health_status(coalesce(sum(q.stuck), 0) > 10, coalesce(sum(q.stuck), 0) > 0),
        'queues_checked', count(*),
        'queues_with_issues', count(*) filter (where q.stuck > 0),
        'total_stuck_messages', coalesce(sum(q.stuck), 0),
        'last_check_time', now())
    into queues
    from q;

    select jsonb_build_object(
        'status', health_status(
            p.stuck > 5 or p.failed > 10,
            p.stuck > 0 or p.failed > 0),
        'entities_checked', (
            select count(*)
            from processing_status s
            where s.last_processed_at > now() - interval '24 hours'),
        'stuck_entities', p.stuck,
        'failed_entities', p.failed)
    into processing
    from (
        select
            count(*) filter (
                where s.state = 'IN_PROGRESS'
                    and s.last_processed_at < now() - interval '30 minutes') as stuck,
            count(*) filter (where s.state = 'FAILED') as failed
        from processing_status s
        where s.state in ('IN_PROGRESS', 'FAILED')
            and s.last_processed_at > now() - interval '24 hours'
    ) as p;

    select jsonb_build_object(
        'status', health_status(count(*) > 5, count(*) > 0),
        'total_issues', count(*),
        'workers_with_issues', count(distinct i.worker_name),
        'latest_issue_time', max(i.updated_at))
    into workers
    from worker_issues i
    where not i.resolved;

    return jsonb_build_object(
        'timestamp', now(),
        'queue_health', queues,
        'processing_health', processing,
        'worker_health', workers,
        'overall_status', health_status(
            'critical' in (queues ->> 'status', processing ->> 'status', workers ->> 'status'),
            'warning' in (queues ->> 'status', processing ->> 'status', workers ->> 'status')));
end
$$;

comment on function get_system_health() is
    'Whether all is well: {timestamp, queue_health, processing_health, worker_health, overall_status}; each status is healthy, warning or critical. Queues: warning from one stuck message on, critical above 10. Processing, of the last 24 hours: warning from one entity on that is stuck for 30 minutes or failed, critical above 5 stuck or 10 failed. Workers: warning from one open issue on, critical above 5';
