-- All queues side by side.

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
