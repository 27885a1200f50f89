-- Tidying: what died half-way is set free, what is old goes. Each call does a bounded amount, in rows that no worker is
-- interested in any more.

create or replace function maintenance_clear_stale_entities(p_stale_threshold_minutes int = 60)
returns table (entity_type text, entity_id text, state text, action text)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    stale_since timestamptz;
begin
    perform require_not_negative('p_stale_threshold_minutes', p_stale_threshold_minutes);
    stale_since := clock_timestamp() - make_interval(mins => p_stale_threshold_minutes);

    -- Statuses before locks, as everywhere, so that no two sessions wait for each other; rows that somebody works on at
    -- this moment are not stale and are passed over. A heartbeat moves last_processed_at too.
    return query
        with stale as (
            select s.id
            from processing_status s
            where s.state = 'IN_PROGRESS'
                and coalesce(s.last_processed_at, s.created_at) < stale_since
            order by s.id
            for update skip locked
        )
        update processing_status s
        set state = 'PENDING'
        from stale
        where s.id = stale.id
        returning s.entity_type, s.entity_id, s.state, 'status_reset';

    return query
        with stale as (
            select l.id
            from processing_locks l
            where l.last_heartbeat < stale_since
            order by l.id
            for update skip locked
        ),
        deleted as (
            delete from processing_locks l
            using stale
            where l.id = stale.id
            returning l.entity_type, l.entity_id
        )
        select d.entity_type, d.entity_id, s.state, 'lock_deleted'
        from deleted d
        left join processing_status s using (entity_type, entity_id);
end
$$;

comment on function maintenance_clear_stale_entities(int) is
    'Sets entities free that have been in progress for so many minutes without a sign of life: status_reset (pending again) and lock_deleted, with the state they are in now';

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
    'maintenance_clear_stale_entities as counts: {deleted_locks, reset_statuses, timestamp}';

-- What a purge deletes at most in one call, so that one transaction neither runs for minutes nor holds back vacuum.
create or replace function purge_step() returns integer
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select 50000
$$;

comment on function purge_step() is 'The most rows that one call of a purge function deletes; callers repeat until fewer go';

create or replace function purge_older(
    p_table regclass,
    p_column text,
    p_retention_days int,
    p_condition text = 'true'
) returns int
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    purged integer;
begin
    perform check_argument(
        p_retention_days between 0 and 36500, 'retention_days', p_retention_days::text, 'be from 0 to 36500');
    -- Oldest first by an index, and past every row that somebody holds: nobody waits for a purge, nor it for anybody.
    execute format(
        'delete from %1$s
        where ctid = any (array(
            select t.ctid
            from %1$s as t
            where t.%2$I < now() - make_interval(days => $1)
                and %3$s
            order by t.%2$I
            limit $2
            for update skip locked))',
        p_table,
        p_column,
        p_condition)
    using p_retention_days, purge_step();
    get diagnostics purged = row_count;
    return purged;
end
$$;

comment on function purge_older(regclass, text, int, text) is
    'Deletes the oldest rows of a table past a retention, those that fulfil a condition; how many';

-- As it was called before it took a condition.
drop function if exists purge_older(regclass, text, int);

create or replace function purge_old_monitoring_events(retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select purge_older('monitoring_events', 'created_at', retention_days)
$$;

comment on function purge_old_monitoring_events(int) is
    'Deletes monitoring events older than so many days, at most purge_step() of them; how many';

create or replace function purge_old_queue_metrics(retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select purge_older('queue_metrics', 'created_at', retention_days)
$$;

comment on function purge_old_queue_metrics(int) is
    'Deletes queue metrics older than so many days, at most purge_step() of them; how many';

create or replace function purge_processed_operations(retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select purge_older('processed_operations', 'created_at', retention_days)
$$;

comment on function purge_processed_operations(int) is
    'Forgets what operations answered more than so many days ago, at most purge_step() of them; how many. Repeating one later takes effect again';

create or replace function purge_provider_usage(retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select purge_older('provider_usage', 'slot', retention_days)
$$;

comment on function purge_provider_usage(int) is
    'Forgets calls to providers made more than so many days ago, at most purge_step() slots; how many. Less than the longest window of a budget would make room too early';

create or replace function purge_settled_issues(retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    purge_older('worker_issues', 'updated_at', retention_days, 'resolved')
    + purge_older('queue_mgmt.problematic_messages', 'created_at', retention_days, 'resolved')
$$;

comment on function purge_settled_issues(int) is
    'Deletes resolved worker issues and resolved problematic messages older than so many days, at most purge_step() of each; how many. What nobody has resolved stays';

create or replace function purge_archived_messages(p_queue_name text, retention_days int = 30) returns int
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select purge_older(queue_archive_table(p_queue_name)::regclass, 'archived_at', retention_days)
$$;

comment on function purge_archived_messages(text, int) is
    'Deletes a queue''s finished messages older than so many days, at most purge_step() of them; how many. The progress of runs that old counts them no more';

create or replace function purge_everything_old(retention_days int = 30) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    archived text;
    -- No window of a budget may forget calls that still count.
    longest_window integer := coalesce(
        (select ceil(extract(epoch from max(b."window")) / 86400)::integer from provider_budgets b),
        0);
    purged bigint := purge_old_monitoring_events(retention_days)
        + purge_old_queue_metrics(retention_days)
        + purge_processed_operations(retention_days)
        + purge_provider_usage(greatest(retention_days, longest_window))
        + purge_settled_issues(retention_days);
begin
    -- Dead letter queues have archives too. Partitioned ones, which nothing here uses, have a retention of their own.
    for archived in
        select m.queue_name
        from pgmq.meta m
        where not m.is_partitioned
        order by m.queue_name
    loop
        purged := purged + purge_archived_messages(archived, retention_days);
    end loop;
    -- Last, because workers that begin wait for the lock that it takes.
    perform purge_worker_functions();
    return purged;
end
$$;

comment on function purge_everything_old(int) is
    'One bounded step of every purge; how many rows went. Repeat until none do. Runs, corrections, evidence and the record of dead letters are kept for good';

create or replace function dead_letter_exhausted_messages(p_queue_name text, p_max_attempts int) returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    exhausted bigint;
    moved integer := 0;
begin
    perform check_argument(p_max_attempts >= 1, 'p_max_attempts', p_max_attempts::text, 'be at least 1');
    -- Failures count, not reads: a message that was only put back or whose worker was stopped is healthy.
    for exhausted in
        execute format(
            'select q.msg_id
            from %s as q
            where q.headers ? ''failures''
                and failure_count(q.headers) >= $1
                and (q.vt <= clock_timestamp() or is_delayed(q.headers, q.vt))
            order by q.msg_id
            limit 1000
            for update skip locked',
            get_queue_table_name_safe(p_queue_name))
        using p_max_attempts
    loop
        if move_to_dead_letter_queue(
            p_queue_name,
            dead_letter_queue_of(p_queue_name),
            exhausted::text,
            format('failed %s times or more', p_max_attempts))
        then
            moved := moved + 1;
        end if;
    end loop;
    return moved;
end
$$;

comment on function dead_letter_exhausted_messages(text, int) is
    'Moves messages that failed so many times, and that nobody holds, to the dead letter queue; how many, at most 1000';

revoke all on function
    maintenance_clear_stale_entities(int),
    cleanup_stale_entities(int),
    purge_step(),
    purge_older(regclass, text, int, text),
    purge_old_monitoring_events(int),
    purge_old_queue_metrics(int),
    purge_processed_operations(int),
    purge_provider_usage(int),
    purge_settled_issues(int),
    purge_archived_messages(text, int),
    purge_everything_old(int),
    dead_letter_exhausted_messages(text, int)
from public;

grant execute on function
    maintenance_clear_stale_entities(int),
    cleanup_stale_entities(int),
    purge_step(),
    purge_old_monitoring_events(int),
    purge_old_queue_metrics(int),
    purge_processed_operations(int),
    purge_provider_usage(int),
    purge_settled_issues(int),
    purge_archived_messages(text, int),
    purge_everything_old(int),
    dead_letter_exhausted_messages(text, int)
to pipeline_operator;
