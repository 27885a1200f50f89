-- What is old goes. Each call does a bounded amount, in rows that no worker is interested in any more.

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
