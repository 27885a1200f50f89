-- How the queues, the work and the workers are, and the maintenance that timers call.

create or replace function get_queue_monitoring_data()
returns table (
    queue_name text,
    active boolean,
    visible bigint,
    in_flight bigint,
    delayed bigint,
    stuck bigint,
    dead_lettered bigint,
    oldest_age_seconds bigint,
    processed_last_hour bigint,
    errors_last_hour bigint
)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    registered record;
begin
    for registered in
        select r.queue_name, r.active
        from queue_registry r
        where not is_dead_letter_queue(r.queue_name)
            and queue_exists(r.queue_name)
        order by r.queue_name
    loop
        return query execute format(
            'select
                $1,
                $2,
                waiting.visible,
                waiting.hidden - waiting.delayed,
                waiting.delayed,
                count_stuck_messages($1, 15),
                (select count(*) from %2$s),
                extract(epoch from clock_timestamp() - waiting.oldest)::bigint,
                (select count(*) from %3$s as a where a.archived_at > clock_timestamp() - interval ''1 hour''),
                (
                    select coalesce(sum(m.error_count), 0)::bigint
                    from queue_metrics m
                    where m.queue_name = $1
                        and m.created_at > clock_timestamp() - interval ''1 hour''
                )
            from (
                select
                    count(*) filter (where q.vt <= clock_timestamp()) as visible,
                    count(*) filter (where q.vt > clock_timestamp()) as hidden,
                    count(*) filter (
                        where q.vt > clock_timestamp()
                            and (q.read_ct = 0 or (q.headers ->> ''delayedUntil'')::timestamptz = q.vt)) as delayed,
                    min(q.enqueued_at) as oldest
                from %1$s as q
            ) as waiting',
            get_queue_table_name_safe(registered.queue_name),
            get_queue_table_name_safe(dead_letter_queue_of(registered.queue_name)),
            queue_archive_table(registered.queue_name))
        using registered.queue_name, registered.active;
    end loop;
end
$$;

comment on function get_queue_monitoring_data() is
    'One row a registered queue: what waits, is worked on, is delayed, stuck for 15 minutes or dead, how old the oldest is (null when empty), and what the last hour brought';

create or replace view queue_monitoring_view as
select
    d.queue_name,
    d.visible + d.in_flight + d.delayed as total_messages,
    d.stuck as stuck_messages,
    (
        select coalesce(sum((e.details ->> 'messages_reset')::bigint), 0)
        from monitoring_events e
        where e.event_type = 'stuck_messages_reset'
            and e.created_at > now() - interval '24 hours'
            and e.details ->> 'queue_name' = d.queue_name
    ) as messages_fixed,
    (
        select max(e.created_at)
        from monitoring_events e
        where e.event_type = 'stuck_messages_checked'
    ) as last_check_time
from get_queue_monitoring_data() as d;

comment on view queue_monitoring_view is
    'One row a registered queue, active or not: messages, stuck ones, and how many were set free in the last 24 hours';

create or replace view queue_stats as
select
    m.queue_name,
    date_trunc('hour', m.created_at) as hour,
    sum(m.processed_count) as messages_processed,
    sum(m.error_count) as error_count
from queue_metrics m
group by m.queue_name, date_trunc('hour', m.created_at);

comment on view queue_stats is 'What workers did, by queue and hour';

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

comment on function get_processing_stats() is 'How many entities are in which state, since when the oldest of them, and after how many attempts';

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

comment on function get_worker_issue_stats() is 'Issues by worker and type: those open, all there ever were, and when the latest occurred';

create or replace function health_status(p_critical boolean, p_warning boolean) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when p_critical then 'critical'
    when p_warning then 'warning'
    else 'healthy'
end
$$;

comment on function health_status(boolean, boolean) is 'critical, warning or healthy';

create or replace function get_system_health() returns jsonb
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queues record;
    processing record;
    workers record;
    queue_status text;
    processing_status_now text;
    worker_status text;
begin
    select
        count(*) as checked,
        count(*) filter (where d.stuck > 0) as with_issues,
        coalesce(sum(d.stuck), 0) as stuck
    into queues
    from get_queue_monitoring_data() as d;

    select
        count(*) as checked,
        count(*) filter (
            where s.state = 'IN_PROGRESS'
                and s.last_processed_at < now() - interval '30 minutes') as stuck,
        count(*) filter (where s.state = 'FAILED') as failed
    into processing
    from processing_status s
    where s.updated_at > now() - interval '24 hours';

    select
        count(*) as total,
        count(distinct i.worker_name) as workers,
        max(i.updated_at) as latest
    into workers
    from worker_issues i
    where not i.resolved;

    queue_status := health_status(queues.stuck > 10, queues.stuck > 0);
    processing_status_now := health_status(
        processing.stuck > 5 or processing.failed > 10, processing.stuck > 0 or processing.failed > 0);
    worker_status := health_status(workers.total > 5, workers.total > 0);

    return jsonb_build_object(
        'timestamp', now(),
        'queue_health', jsonb_build_object(
            'status', queue_status,
            'queues_checked', queues.checked,
            'queues_with_issues', queues.with_issues,
            'total_stuck_messages', queues.stuck,
            'last_check_time', (
                select max(e.created_at)
                from monitoring_events e
                where e.event_type = 'stuck_messages_checked')),
        'processing_health', jsonb_build_object(
            'status', processing_status_now,
            'entities_checked', processing.checked,
            'stuck_entities', processing.stuck,
            'failed_entities', processing.failed),
        'worker_health', jsonb_build_object(
            'status', worker_status,
            'total_issues', workers.total,
            'workers_with_issues', workers.workers,
            'latest_issue_time', workers.latest),
        'overall_status', health_status(
            'critical' in (queue_status, processing_status_now, worker_status),
            'warning' in (queue_status, processing_status_now, worker_status)));
end
$$;

comment on function get_system_health() is
    'Queues: critical above 10 stuck messages, warning above 0. Processing, last 24 h: critical above 5 entities stuck for 30 min or above 10 failed, warning above 0. Workers: critical above 5 open issues, warning above 0';

create or replace function maintenance_clear_stale_entities(p_stale_threshold_minutes int = 60)
returns table (entity_type text, entity_id text, state text, action text)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    quiet_since timestamptz := clock_timestamp() - make_interval(mins => p_stale_threshold_minutes);
begin
    perform check_argument(
        p_stale_threshold_minutes >= 0,
        'p_stale_threshold_minutes',
        p_stale_threshold_minutes::text,
        'be at least 0');
    -- A holder that is alive beats within its time to live, so neither its lock nor its state is touched.
    return query
    delete from processing_locks l
    where l.last_heartbeat < quiet_since
        and l.last_heartbeat + make_interval(secs => l.ttl_seconds) < clock_timestamp()
    returning l.entity_type, l.entity_id, 'IN_PROGRESS', 'lock_deleted';

    return query
    update processing_status s
    set state = 'PENDING',
        last_error = format('in progress since %s without a sign of life; set back', s.last_processed_at)
    where s.state = 'IN_PROGRESS'
        and coalesce(s.last_processed_at, s.updated_at) < quiet_since
        and not exists (
            select
            from processing_locks l
            where l.entity_type = s.entity_type
                and l.entity_id = s.entity_id)
    returning s.entity_type, s.entity_id, s.state, 'status_reset';
end
$$;

comment on function maintenance_clear_stale_entities(int) is
    'Deletes locks whose holder is gone and sets what they held back to PENDING; one row for each (lock_deleted, status_reset)';

create or replace function cleanup_stale_entities(p_stale_threshold_minutes int = 60) returns jsonb
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select jsonb_build_object(
    'deleted_locks', count(*) filter (where c.action = 'lock_deleted'),
    'reset_statuses', count(*) filter (where c.action = 'status_reset'),
    'timestamp', now())
from maintenance_clear_stale_entities(p_stale_threshold_minutes) as c
$$;

comment on function cleanup_stale_entities(int) is
    'maintenance_clear_stale_entities, counted: {deleted_locks, reset_statuses, timestamp}';

create or replace function purge_old_monitoring_events(retention_days int = 30) returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    purged integer;
begin
    perform check_argument(retention_days >= 0, 'retention_days', retention_days::text, 'be at least 0');
    delete from monitoring_events e
    where e.created_at < now() - make_interval(days => retention_days);
    get diagnostics purged = row_count;
    return purged;
end
$$;

comment on function purge_old_monitoring_events(int) is 'Deletes monitoring events older than so many days; how many';

create or replace function purge_archived_messages(retention_days int = 30, max_messages int = 10000) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    registered text;
    purged bigint := 0;
    deleted bigint;
begin
    perform check_argument(retention_days >= 0, 'retention_days', retention_days::text, 'be at least 0');
    perform check_argument(max_messages >= 0, 'max_messages', max_messages::text, 'be at least 0');
    for registered in
        select r.queue_name
        from queue_registry r
        where queue_exists(r.queue_name)
        order by r.queue_name
    loop
        execute format(
            'delete from %1$s
            where msg_id in (
                select a.msg_id
                from %1$s as a
                where a.archived_at < now() - make_interval(days => $1)
                limit $2)',
            queue_archive_table(registered))
        using retention_days, max_messages - purged;
        get diagnostics deleted = row_count;
        purged := purged + deleted;
    end loop;
    return purged;
end
$$;

comment on function purge_archived_messages(int, int) is
    'Deletes at most so many finished messages that were archived more than so many days ago; how many. Call again until it is 0';

create or replace function record_monitoring_event(p_event_type text, p_details jsonb) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_event_type', p_event_type);
    insert into monitoring_events (event_type, details)
    values (p_event_type, coalesce(p_details, '{}'));
end
$$;

comment on function record_monitoring_event(text, jsonb) is 'Keeps something that an operator may want to look up later';

revoke all on function
    get_queue_monitoring_data(),
    get_processing_stats(),
    get_worker_issue_stats(),
    health_status(boolean, boolean),
    get_system_health(),
    maintenance_clear_stale_entities(int),
    cleanup_stale_entities(int),
    purge_old_monitoring_events(int),
    purge_archived_messages(int, int),
    record_monitoring_event(text, jsonb)
from public;

grant execute on function
    get_queue_monitoring_data(),
    get_processing_stats(),
    get_worker_issue_stats(),
    get_system_health()
to pipeline_reader;

grant select on queue_monitoring_view, queue_stats to pipeline_reader;

grant execute on function
    maintenance_clear_stale_entities(int),
    cleanup_stale_entities(int),
    purge_old_monitoring_events(int),
    purge_archived_messages(int, int),
    record_monitoring_event(text, jsonb)
to pipeline_operator;
