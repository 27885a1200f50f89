-- Leasing messages, by the functions that are written for each queue.

create or replace function worker_function(p_task text, p_queue_name text) returns regproc
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    named text := ascii_lower(coalesce(p_queue_name, ''));
    function_name text := format('worker_queues.%I', p_task || '_' || named);
    found_function regproc := to_regproc(function_name);
begin
    -- Also when there is a function: its queue may have been dropped.
    if found_function is null or to_regclass(format('pgmq.%I', 'q_' || named)) is null then
        perform worker_table(p_queue_name, 'q');
        perform worker_write_functions(p_queue_name);
        found_function := to_regproc(function_name);
    end if;
    return found_function;
end
$$;

comment on function worker_function(text, text) is
    'The function for a task (claim, archive, send) at a queue, written now if nobody registered the queue; an unknown queue raises';

create or replace function worker_claim(
    p_queue_name text,
    p_lease interval,
    p_quantity integer,
    p_max_body_bytes integer,
    p_from timestamptz,
    p_flush boolean
) returns table (
    msg_id bigint,
    read_ct integer,
    enqueued_at timestamptz,
    vt timestamptz,
    message jsonb,
    headers jsonb,
    oversized_bytes bigint
)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query execute format('select * from %s($1, $2, $3, $4, $5)', worker_function('claim', p_queue_name))
    using p_lease, p_quantity, p_max_body_bytes, p_from, p_flush;
end
$$;

comment on function worker_claim(text, interval, integer, integer, timestamptz, boolean) is
    'Leases up to quantity visible messages, those due longest, and returns them in no order: read_ct goes up and vt moves past the lease. None while the queue is paused. A body above max_body_bytes stays where it is: only what its sender noted for workers comes, with its size in oversized_bytes, and worker_body brings the rest. What fell due before p_from is left alone. Without p_flush the transaction does not wait for the disk when it commits, so it must do nothing else: a crash of the server may make it undone';

create or replace function worker_claim(
    p_queue_name text,
    p_lease interval,
    p_quantity integer,
    p_max_body_bytes integer default 1048576
) returns table (
    msg_id bigint,
    read_ct integer,
    enqueued_at timestamptz,
    vt timestamptz,
    message jsonb,
    headers jsonb,
    oversized_bytes bigint
)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query
        select c.msg_id, c.read_ct, c.enqueued_at, c.vt, c.message, c.headers, c.oversized_bytes
        from worker_claim(p_queue_name, p_lease, p_quantity, p_max_body_bytes, null, true) c;
end
$$;

comment on function worker_claim(text, interval, integer, integer) is
    'Leases messages from all that are visible, and waits for the disk when it commits';

create or replace function purge_worker_functions() returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    former regprocedure;
    purged integer := 0;
begin
    -- Nothing tells of a queue that PGMQ drops. One that is made at this moment has its functions written after this.
    perform pg_advisory_xact_lock(hashtextextended('worker_write_functions', 1));
    for former in
        select p.oid::regprocedure
        from pg_proc p
        where p.pronamespace = 'worker_queues'::regnamespace
          and to_regclass(format('pgmq.%I', 'q_' || substr(p.proname, strpos(p.proname, '_') + 1))) is null
    loop
        execute format('drop function %s', former);
        purged := purged + 1;
    end loop;
    return purged;
end
$$;

comment on function purge_worker_functions() is 'Drops what was written for queues that are no more; how many functions';
