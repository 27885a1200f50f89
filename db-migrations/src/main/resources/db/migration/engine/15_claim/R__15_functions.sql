-- What workers do with every message (claim, archive, send) is written out once for each queue. PGMQ keeps every queue in a
-- table of its own, so a function for all of them has to build its statement, and the server then parses and plans it,
-- at every call: three times the work of the statement itself. A function that names its tables keeps the plan.
-- worker_claim, worker_archive and worker_send find the function of a queue by its name. A worker that makes thousands of
-- calls asks for the name once and calls the function itself, because to find it and to plan the call takes as long as
-- the work. So whatever is to be refused is refused in here.

create schema if not exists worker_queues;

comment on schema worker_queues is
    'Functions written by worker_write_functions, a family for each queue: what worker_claim, worker_archive and worker_send do there';

create or replace function worker_write_function(
    p_name text,
    p_arguments text,
    p_result text,
    p_body text
) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- The plan is made once, whatever a call asks for. It must not be the one for an empty queue, which would walk over all
    -- messages when there are many.
    settings constant text[] := array[
        'search_path=pg_catalog, public, pg_temp',
        'plan_cache_mode=force_generic_plan',
        'enable_seqscan=off',
        'enable_bitmapscan=off'];
    former regprocedure;
begin
    -- Looked at first, because a new version makes every session plan anew.
    if exists (
        select
        from pg_proc
        where oid = to_regproc(format('worker_queues.%I', p_name))
          and prosrc = p_body
          and proconfig = settings
          and prosecdef
    ) then
        return;
    end if;
    -- One of other parameters would stay beside the new one, and one of other columns cannot be replaced.
    for former in
        select p.oid::regprocedure
        from pg_proc p
        where p.pronamespace = 'worker_queues'::regnamespace
          and p.proname = p_name
          and (pg_get_function_identity_arguments(p.oid) <> p_arguments or pg_get_function_result(p.oid) <> p_result)
    loop
        execute format('drop function %s', former);
    end loop;
    execute format(
        'create or replace function worker_queues.%I(%s) returns %s language plpgsql security definer set %s as %L',
        p_name, p_arguments, p_result, array_to_string(settings, ' set '), p_body);
    -- The only right that is not given in one of the two files for it: these functions come and go with their queues.
    execute format('grant execute on function worker_queues.%I(%s) to pipeline_worker', p_name, p_arguments);
end
$$;

comment on function worker_write_function(text, text, text, text) is
    'Creates a function in schema worker_queues, or leaves it alone when it is the same already';

create or replace function worker_write_functions(p_queue_name text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table regclass := worker_table(p_queue_name, 'q');
    archive_table regclass := worker_table(p_queue_name, 'a');
    last_read boolean := worker_has_last_read_at(queue_table);
    columns text := case
        when last_read then 'msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers'
        else 'msg_id, read_ct, enqueued_at, vt, message, headers'
    end;
begin
    -- Two that replace one function at the same time fail both.
    perform pg_advisory_xact_lock(hashtextextended('worker_write_functions', 1));

    -- pgmq.read compares vt with a volatile clock, so no index serves it and every poll walks over all parked messages.
    -- The cut-off here is one value taken before the scan, and order and index are both (vt, msg_id): a poll touches the
    -- messages that it takes and no others. They are updated by an array of ids and not by a join, for which a plan made
    -- while the queue was empty walks over the whole table. The same value begins the lease, so that vt minus
    -- last_read_at is the lease to the microsecond: a reset knows by it what a worker leased and what somebody else
    -- read. What is large as text stays in the table, because all that a worker holds at a time must fit into its memory.
    -- The size that is stored says nothing about it: an array of empty objects shrinks a hundredfold, and 1e99999 grows
    -- from twelve bytes to a hundred thousand. It does say what is harmless: what is neither compressed nor above 2000
    -- bytes holds at most some 170 numbers, none longer than 150,000 digits, and is far from the end of a text. So only
    -- the others pay for a function that catches the error.
    perform worker_write_function(
        'claim_' || ascii_lower(p_queue_name),
        'p_lease interval, p_quantity integer, p_max_body_bytes integer, p_from timestamp with time zone, '
            'p_flush boolean',
        'TABLE(msg_id bigint, read_ct integer, enqueued_at timestamp with time zone, vt timestamp with time zone, '
            'message jsonb, headers jsonb, oversized_bytes bigint)',
        format($body$
#variable_conflict use_column
declare
    right_now timestamptz := clock_timestamp();
begin
    -- Asked in one go and free of calls, here and where messages are sent: most calls are for one message.
    if (is_lease(p_lease) and p_quantity >= 1 and p_max_body_bytes >= 0 and p_flush is not null) is not true then
        perform check_lease('p_lease', p_lease);
        perform check_argument(p_quantity >= 1, 'p_quantity', p_quantity::text, 'be at least 1');
        perform require_not_negative('p_max_body_bytes', p_max_body_bytes);
        perform check_argument(p_flush is not null, 'p_flush', null, 'be true or false');
    end if;
    if not p_flush then
        perform set_config('synchronous_commit', 'off', true);
    end if;
    -- Asked here and not kept by workers, so that a paused queue is left alone from the next read on. Written out, as a call
    -- of worker_queue_paused takes as long as a third of the claim.
    if exists (
        select
        from queue_registry r
        where r.queue_name = %3$L
          and not r.active)
    then
        return;
    end if;
    return query
        with claimed as (
            update %1$s q
            set vt = right_now + p_lease,
                read_ct = q.read_ct + 1%2$s,
                headers = case
                    when q.read_ct = 0 or is_delayed(q.headers, q.vt) then q.headers
                    else worker_note_death(%3$L, q.headers, q.read_ct)
                end
            where q.msg_id = any (array(
                select c.msg_id
                from %1$s c
                where c.vt >= coalesce(p_from, '-infinity')
                  and c.vt <= right_now
                order by c.vt, c.msg_id
                limit p_quantity
                for update skip locked))
            returning q.msg_id, q.read_ct, q.enqueued_at, q.vt, q.message, q.headers,
                case
                    when pg_column_size(q.message) > 2000 or pg_column_compression(q.message) is not null
                        then worker_text_bytes(q.message)
                    else octet_length(q.message::text)
                end as body_bytes,
                case
                    when pg_column_size(q.headers) > 2000 or pg_column_compression(q.headers) is not null
                        then worker_text_bytes(q.headers)
                    else octet_length(q.headers::text)
                end as headers_bytes
        )
        select m.msg_id, m.read_ct, m.enqueued_at, m.vt,
            case when m.body_bytes > p_max_body_bytes then worker_body_outline(m.message) else m.message end,
            case when m.headers_bytes > 8192 then worker_headers_outline(m.headers) else m.headers end,
            case when m.body_bytes > p_max_body_bytes then m.body_bytes end
        from claimed m;
end
$body$,
            queue_table,
            case when last_read then ', last_read_at = right_now' else '' end,
            ascii_lower(p_queue_name)));

    -- The ids alone already name the rows: an array finds them by index, whatever the planner believes of the table.
    perform worker_write_function(
        'archive_' || ascii_lower(p_queue_name),
        'p_msg_ids bigint[], p_read_cts integer[]',
        'SETOF bigint',
        format($body$
begin
    return query
        with gone as (
            delete from %1$s q
            where q.msg_id = any (p_msg_ids)
                and (q.msg_id, q.read_ct) in (
                    select lease.msg_id, lease.read_ct
                    from unnest(p_msg_ids, p_read_cts) as lease (msg_id, read_ct))
            returning %3$s
        ),
        kept as (
            insert into %2$s (%3$s)
            select %3$s
            from gone
        )
        select msg_id
        from gone;
end
$body$,
            queue_table, archive_table, columns));

    perform worker_write_function(
        'send_' || ascii_lower(p_queue_name),
        'p_bodies jsonb[], p_headers jsonb[]',
        'SETOF bigint',
        format($body$
begin
    if (cardinality(p_bodies) >= 1 and coalesce(cardinality(p_headers) = cardinality(p_bodies), true)) is not true then
        perform check_argument(
            cardinality(p_bodies) >= 1,
            'p_bodies',
            cardinality(p_bodies)::text || ' bodies',
            'hold at least one body');
        perform check_argument(
            false,
            'p_headers',
            cardinality(p_headers)::text || ' headers',
            'be as many as p_bodies');
    end if;
    if cardinality(p_bodies) > 1 or is_small(p_bodies[array_lower(p_bodies, 1)]) is not true then
        perform require_message('p_bodies', body)
        from unnest(p_bodies) as body
        where not is_small(body);
    end if;
    return query
        insert into %1$s as q (vt, message, headers)
        select clock_timestamp(), m.body, m.header
        from unnest(p_bodies, p_headers) as m (body, header)
        returning q.msg_id;
end
$body$,
            queue_table));
end
$$;

comment on function worker_write_functions(text) is
    'Writes the functions of a queue for the PGMQ that is installed. May be repeated while workers are working';

-- Queues that are there already get what this file says now; workers need not be started anew for it.
select worker_write_functions(r.queue_name)
from queue_registry r
where to_regclass(format('pgmq.%I', 'q_' || r.queue_name)) is not null
    and to_regclass(format('pgmq.%I', 'a_' || r.queue_name)) is not null;
