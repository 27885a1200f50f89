-- What a queue table needs for workers: a wake-up without PGMQ's throttle row, priorities, an index for the claim,
-- vacuum settings, functions of its own.

create or replace function worker_notify_insert() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_notify('pgmq.' || tg_table_name || '.INSERT', '');
    return null;
end
$$;

comment on function worker_notify_insert() is 'Wakes the workers of a queue once a statement, on the channel that PGMQ uses';

-- Workers take what has been due longest. An hour's head start a level lets an urgent message overtake a flood that is
-- waiting, and lets the flood overtake in turn what is only a little more urgent and came much later: nothing starves.
create or replace function worker_head_start(p_message jsonb) returns interval
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when jsonb_typeof(p_message -> '_priority') = 'number'
        then least(greatest((p_message ->> '_priority')::numeric, 0), 9)::double precision * interval '1 hour'
    else interval '0'
end
$$;

comment on function worker_head_start(jsonb) is
    'How much earlier than others a message is due by its _priority: an hour a level, 0 to 9; anything else is no priority';

-- With its owner's rights: senders need none on what it calls.
create or replace function worker_apply_priority() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.vt <= clock_timestamp() then
        new.vt := new.vt - worker_head_start(new.message);
    end if;
    return new;
end
$$;

comment on function worker_apply_priority() is
    'Gives a message a head start of an hour for each level of its _priority, 0 to 9; anything else is no priority';

create or replace function worker_prepare_queue(p_queue_name text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table regclass := worker_table(p_queue_name, 'q');
    archive_table regclass := worker_table(p_queue_name, 'a');
    table_name text := 'q_' || ascii_lower(p_queue_name);
    index_name text := table_name || '_ready_idx';
begin
    -- Every step looks before it acts: repeating one would take a lock on a table at which workers are busy. read_ct
    -- lets monitors count hundreds of thousands of waiting messages without a look at them. A queue that still has the
    -- earlier index without it can be worked on and is brought to the new one apart (LargeIndexes.java).
    if to_regclass(format('pgmq.%I', index_name)) is null
        and to_regclass(format('pgmq.%I', table_name || '_claim_idx')) is null
    then
        execute format('create index %I on %s (vt, msg_id) include (read_ct)', index_name, queue_table);
    end if;
    -- PGMQ's own index on vt serves no query beside the new one and would be written on every lease.
    if to_regclass(format('pgmq.%I', table_name || '_vt_idx')) is not null then
        execute format('drop index pgmq.%I', table_name || '_vt_idx');
    end if;
    if not exists (
        select
        from pg_trigger
        where tgrelid = queue_table
          and tgname = 'worker_notify_insert'
    ) then
        execute format(
            'create trigger worker_notify_insert after insert on %s '
                'for each statement execute function public.worker_notify_insert()',
            queue_table);
    end if;
    if not exists (
        select
        from pg_trigger
        where tgrelid = queue_table
          and tgname = 'worker_apply_priority'
    ) then
        execute format(
            'create trigger worker_apply_priority before insert on %s '
                'for each row when (new.message ? ''_priority'') '
                'execute function public.worker_apply_priority()',
            queue_table);
    end if;
    -- A message is updated at every read and deleted at the end: without an eager vacuum the head of the claim index
    -- fills with dead entries that every poll steps over.
    if not exists (
        select
        from pg_class
        where oid = queue_table
          and reloptions @> array['autovacuum_vacuum_scale_factor=0.02']
    ) then
        execute format(
            'alter table %s set ('
                'fillfactor = 70, '
                'autovacuum_vacuum_scale_factor = 0.02, '
                'autovacuum_vacuum_threshold = 500, '
                'autovacuum_vacuum_cost_delay = 1, '
                'autovacuum_analyze_scale_factor = 0.05)',
            queue_table);
    end if;
    if not exists (
        select
        from pg_class
        where oid = archive_table
          and reloptions @> array['autovacuum_vacuum_scale_factor=0.05']
    ) then
        execute format(
            'alter table %s set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
            archive_table);
    end if;
    perform worker_write_functions(p_queue_name);
end
$$;

comment on function worker_prepare_queue(text) is
    'Makes a queue fit for workers: wake-up and priority triggers, claim index, vacuum settings, functions of its own. May be repeated while workers are working';
