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

-- Without a search_path of its own, so that it can become part of the query that asks it for every message.
create or replace function is_delayed(p_headers jsonb, p_vt timestamptz) returns boolean
language sql
stable
parallel safe
as $$
-- A hundred thousand may be parked: reading the time is only needed when it was written in another time zone.
select coalesce(
    p_headers ? 'delayedUntil'
        and (p_headers -> 'delayedUntil' = to_jsonb(p_vt) or public.header_time(p_headers, 'delayedUntil') = p_vt),
    false)
$$;

comment on function is_delayed(jsonb, timestamptz) is
    'Whether a message is hidden on purpose until its time, as its headers say, and not because somebody holds it';

create or replace function queue_length(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    messages bigint;
begin
    execute format('select count(*) from %s', get_queue_table_name_safe(p_queue_name)) into messages;
    return messages;
end
$$;

comment on function queue_length(text) is 'How many messages a queue holds, whatever their state';

create or replace function queue_oldest_age_seconds(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    age bigint;
begin
    -- Ids rise with time, so the first one is the oldest, without looking at all of them.
    execute format(
        'select floor(extract(epoch from clock_timestamp() - q.enqueued_at))::bigint
        from %s as q
        order by q.msg_id
        limit 1',
        get_queue_table_name_safe(p_queue_name))
    into age;
    return age;
end
$$;

comment on function queue_oldest_age_seconds(text) is 'How long ago the oldest message of a queue was sent; null for an empty queue';

create or replace function archive_length(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    messages bigint;
begin
    execute format('select count(*) from %s', queue_archive_table(p_queue_name)) into messages;
    return messages;
end
$$;

comment on function archive_length(text) is 'How many finished messages a queue keeps';

-- The visible ones, who may be very many, are counted in the index that workers claim by, without a look at the messages;
-- the hidden ones one by one.
create or replace function queue_depth(p_queue_name text)
returns table (visible bigint, in_flight bigint, delayed bigint, stuck bigint, oldest_age_seconds bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    moment timestamptz := clock_timestamp();
begin
    return query execute format(
        'select
            shown.messages,
            hidden.messages - hidden.delayed,
            hidden.delayed,
            shown.stuck + hidden.stuck,
            floor(extract(epoch from $2 - shown.oldest))::bigint
        from
            (
                select count(*) as messages, count(*) filter (where %2$s) as stuck, min(q.vt) as oldest
                from %1$s as q
                where q.vt <= $2
            ) as shown,
            (
                select
                    count(*) as messages,
                    count(*) filter (where q.read_ct = 0 or is_delayed(q.headers, q.vt)) as delayed,
                    count(*) filter (where %3$s) as stuck
                from %1$s as q
                where q.vt > $2
            ) as hidden',
        get_queue_table_name_safe(p_queue_name),
        stuck_while_visible(p_queue_name),
        stuck_while_hidden(p_queue_name))
    using moment - interval '10 minutes', moment;
end
$$;

comment on function queue_depth(text) is
    'A queue''s messages by state: visible now, in a worker''s hands, delayed on purpose, stuck for 10 minutes (counted in addition), and for how long the oldest visible one has been visible';

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
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    r.queue_name,
    r.active,
    depth.visible,
    depth.in_flight,
    depth.delayed,
    depth.stuck,
    queue_length(dead_letter_queue_of(r.queue_name)),
    coalesce(depth.oldest_age_seconds, 0),
    coalesce(hour.processed, 0),
    coalesce(hour.errors, 0)
from queue_registry r
cross join lateral queue_depth(r.queue_name) as depth
left join (
    select m.queue_name, sum(m.processed_count) as processed, sum(m.error_count) as errors
    from queue_metrics m
    where m.created_at > now() - interval '1 hour'
    group by m.queue_name
) as hour on hour.queue_name = r.queue_name
where queue_exists(r.queue_name)
order by r.queue_name
$$;

comment on function get_queue_monitoring_data() is
    'Every registered queue: messages visible now, in a worker''s hands, delayed on purpose, stuck for 10 minutes (counted in addition), and in its dead letter queue; for how many seconds the oldest visible one has been visible; what ended in the last hour, and how much of it failed';

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

create or replace function record_scaling_recommendations() returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    target interval := interval '1 hour';
    queue record;
    arrived bigint;
    finished bigint;
    backlog bigint;
    replicas bigint;
    recorded integer := 0;
begin
    for queue in
        select r.queue_name
        from queue_registry r
        where queue_exists(r.queue_name)
            and not is_dead_letter_queue(r.queue_name)
        order by r.queue_name
    loop
        execute format(
            'select
                (select count(*) from %1$s where enqueued_at > $1)
                    + (select count(*) from %2$s where archived_at > $1 and enqueued_at > $1),
                (select count(*) from %2$s where archived_at > $1),
                (select count(*) from %1$s)',
            get_queue_table_name_safe(queue.queue_name),
            queue_archive_table(queue.queue_name))
        into arrived, finished, backlog
        using now() - interval '1 hour';

        -- A worker that names itself in its metrics is counted; without any name there is at least the one that worked.
        select greatest(1, count(distinct m.details ->> 'worker'))
        into replicas
        from queue_metrics m
        where m.queue_name = queue.queue_name
            and m.created_at > now() - interval '1 hour';

        insert into monitoring_events (event_type, details)
        values (
            'scaling_recommendation',
            jsonb_build_object(
                'queue_name', queue.queue_name,
                'arrivals_per_minute', round(arrived / 60.0, 2),
                'completions_per_minute', round(finished / 60.0, 2),
                'backlog', backlog,
                'minutes_to_drain', case
                    when backlog = 0 then 0
                    when finished > 0 then round(backlog * 60.0 / finished, 1)
                end,
                'target_minutes', extract(epoch from target) / 60,
                'replicas', replicas,
                -- One replica finishes finished / replicas an hour; within the target the backlog and what arrives in
                -- the meantime must be finished.
                'recommended_replicas', case
                    when backlog = 0 and arrived = 0 then 1
                    when finished > 0 then greatest(1, ceil((backlog + arrived) * replicas / finished::numeric))
                    else replicas
                end,
                'held_back', queue_is_held_back(queue.queue_name)));
        recorded := recorded + 1;
    end loop;
    return recorded;
end
$$;

comment on function record_scaling_recommendations() is
    'Records for every queue, as monitoring event scaling_recommendation, what arrived and was finished in the last hour and how many replicas would drain the backlog within an hour. held_back: more replicas would not help, because the queue is paused or its provider parked. Returns how many were recorded';

create or replace function diagnose_queue_tables(queue_name text = null)
returns table (
    queue_name text,
    schema_name text,
    table_name text,
    messages bigint,
    oldest_message_age_seconds bigint,
    archived bigint,
    total_bytes bigint,
    registered boolean
)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
-- The name is an argument and a column, so the argument goes by number.
select
    ascii_lower(m.queue_name),
    'pgmq',
    'q_' || ascii_lower(m.queue_name),
    queue_length(m.queue_name),
    queue_oldest_age_seconds(m.queue_name),
    archive_length(m.queue_name),
    pg_total_relation_size(get_queue_table_name_safe(m.queue_name)::regclass)
        + pg_total_relation_size(queue_archive_table(m.queue_name)::regclass),
    exists (
        select
        from queue_registry r
        where r.queue_name = ascii_lower(m.queue_name)
    )
from pgmq.meta m
where $1 is null
    or get_queue_table_name_safe($1) = get_queue_table_name_safe(m.queue_name)
order by 1
$$;

comment on function diagnose_queue_tables(text) is
    'Size and age of the tables behind one queue or, for null, behind every queue that PGMQ has';

create or replace function queue_overview()
returns table (
    queue_name text,
    total_messages bigint,
    stuck_messages bigint,
    messages_fixed bigint,
    last_check_time timestamptz
)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    r.queue_name,
    queue_length(r.queue_name),
    count_stuck_messages(r.queue_name),
    coalesce(fixed.messages, 0),
    greatest(fixed.latest, checked.latest)
from queue_registry r
left join (
    select
        e.details ->> 'queue_name' as queue_name,
        -- An event may be of anybody's making.
        sum(case when e.details ->> 'messages_reset' ~ '^[0-9]{1,9}$' then (e.details ->> 'messages_reset')::bigint end) as messages,
        max(e.created_at) as latest
    from monitoring_events e
    where e.event_type = 'stuck_messages_reset'
        and e.created_at > now() - interval '24 hours'
    group by e.details ->> 'queue_name'
) as fixed on fixed.queue_name = r.queue_name
cross join (
    select max(e.created_at) as latest
    from monitoring_events e
    where e.event_type = 'stuck_messages_checked'
) as checked
where queue_exists(r.queue_name)
order by r.queue_name
$$;

comment on function queue_overview() is 'What view queue_monitoring_view shows';

create or replace view queue_monitoring_view as
select
    queue_name,
    total_messages,
    stuck_messages,
    messages_fixed,
    last_check_time
from queue_overview();

comment on view queue_monitoring_view is
    'Every registered queue: its messages, those stuck for 10 minutes, how many stuck ones were reset in the last 24 hours, and when that was last looked at';
comment on column queue_monitoring_view.queue_name is 'The queue';
comment on column queue_monitoring_view.total_messages is 'Messages in it, whatever their state';
comment on column queue_monitoring_view.stuck_messages is 'Of these, stuck for 10 minutes';
comment on column queue_monitoring_view.messages_fixed is 'Stuck messages that were reset in the last 24 hours';
comment on column queue_monitoring_view.last_check_time is
    'When stuck messages were last looked for or reset; null when never';

create or replace view queue_stats as
select
    queue_name,
    -- With the time zone spelt out an index serves it: without, the last day would take a look at every day. As the index
    -- has it to the letter; date_trunc with three arguments is none for an index before PostgreSQL 16.
    date_trunc('hour', created_at at time zone 'UTC') at time zone 'UTC' as hour,
    sum(processed_count)::bigint as messages_processed,
    sum(error_count)::bigint as error_count
from queue_metrics
group by queue_name, date_trunc('hour', created_at at time zone 'UTC') at time zone 'UTC';

comment on view queue_stats is 'What workers processed, and how much of it failed, by queue and hour';
comment on column queue_stats.queue_name is 'The queue';
comment on column queue_stats.hour is 'Beginning of the hour';
comment on column queue_stats.messages_processed is 'Messages that ended in that hour, in whatever way';
comment on column queue_stats.error_count is 'Of these, failed attempts and dead letters';

revoke all on function
    get_processing_stats(),
    get_worker_issue_stats(),
    health_status(boolean, boolean),
    is_delayed(jsonb, timestamptz),
    queue_length(text),
    queue_oldest_age_seconds(text),
    archive_length(text),
    queue_depth(text),
    get_queue_monitoring_data(),
    get_system_health(),
    record_scaling_recommendations(),
    diagnose_queue_tables(text),
    queue_overview()
from public;

grant execute on function
    get_processing_stats(),
    get_worker_issue_stats(),
    queue_length(text),
    queue_oldest_age_seconds(text),
    archive_length(text),
    queue_depth(text),
    get_queue_monitoring_data(),
    get_system_health(),
    diagnose_queue_tables(text),
    queue_overview()
to pipeline_reader;

grant select on queue_monitoring_view, queue_stats to pipeline_reader;

grant execute on function record_scaling_recommendations() to pipeline_operator;
