-- Ending or prolonging a lease. PGMQ's own functions take only a message id, so a worker that lost its lease would end
-- somebody else's. Each function here also tests read_ct, which is another after every read, and touches nothing when
-- the lease was lost.

create or replace function worker_archive(p_queue_name text, p_msg_ids bigint[], p_read_cts integer[])
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_leases(p_msg_ids, p_read_cts);
    return query execute format('select * from %s($1, $2)', worker_function('archive', p_queue_name))
    using p_msg_ids, p_read_cts;
end
$$;

comment on function worker_archive(text, bigint[], integer[]) is
    'Acknowledges messages whose lease (msg_id, read_ct) is still held, and returns their ids; the others are untouched';

create or replace function worker_extend(p_queue_name text, p_msg_ids bigint[], p_read_cts integer[], p_lease interval)
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table regclass := worker_table(p_queue_name, 'q');
begin
    perform check_lease('p_lease', p_lease);
    perform check_leases(p_msg_ids, p_read_cts);
    -- last_read_at moves along, and stays the lease before vt: it is how a monitor tells a message in living hands from
    -- one in dead ones.
    -- A row locked by its own settlement is left alone: waiting for it here would only delay the renewal of others. So is
    -- one that the settlement has just put back: the renewal would take the place of its delay.
    return query execute format($extend$
        with held as (
            select q.msg_id as held_id
            from %1$s q
            join unnest($1, $2) as lease (msg_id, read_ct) on lease.msg_id = q.msg_id and lease.read_ct = q.read_ct
            where not is_delayed(q.headers, q.vt)
            order by q.msg_id
            for update of q skip locked
        ),
        prolonged as (
            update %1$s
            set vt = $4 + $3%2$s
            from held
            where msg_id = held_id
        )
        select q.msg_id
        from %1$s q
        join unnest($1, $2) as lease (msg_id, read_ct) on lease.msg_id = q.msg_id and lease.read_ct = q.read_ct
        $extend$,
        queue_table,
        case when worker_has_last_read_at(queue_table) then ', last_read_at = $4' else '' end)
    using p_msg_ids, p_read_cts, p_lease, clock_timestamp();
end
$$;

comment on function worker_extend(text, bigint[], integer[], interval) is
    'Prolongs leases (msg_id, read_ct) from now on and returns the ids of those that are still held';

create or replace function worker_release(
    p_queue_name text,
    p_msg_ids bigint[],
    p_read_cts integer[],
    p_delay interval default interval '0'
) returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_delay('p_delay', p_delay);
    perform check_leases(p_msg_ids, p_read_cts);
    -- delayedUntil equals vt as long as the delay is meant: by that a monitor does not take such a message for a stuck
    -- one, a renewal leaves it alone, and nobody gives it back once more. Without a delay it gets its old place in the
    -- queue again: it is not its fault that it was read in vain.
    return query execute format($release$
        update %1$s q
        set vt = due.at,
            headers = worker_outlived(q.headers, q.read_ct) || jsonb_build_object('delayedUntil', due.at)
        from (
            select w.msg_id,
                case
                    when $3 > interval '0' then clock_timestamp() + $3
                    else least(clock_timestamp(), w.enqueued_at - worker_head_start(w.message))
                end as at
            from %1$s w
            join unnest($1, $2) as lease (msg_id, read_ct) on lease.msg_id = w.msg_id and lease.read_ct = w.read_ct
            where not is_delayed(w.headers, w.vt)
            order by w.msg_id
            for update of w
        ) due
        where q.msg_id = due.msg_id
        returning q.msg_id
        $release$,
        worker_table(p_queue_name, 'q'))
    using p_msg_ids, p_read_cts, p_delay;
end
$$;

comment on function worker_release(text, bigint[], integer[], interval) is
    'Gives back leases (msg_id, read_ct) without an attempt: visible again at once, in their old place, or after the delay. Returns the ids of those that were still held';

create or replace function worker_fail(
    p_queue_name text,
    p_msg_id bigint,
    p_read_ct integer,
    p_failures integer,
    p_error text,
    p_delay interval
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    failed integer;
begin
    perform require_not_negative('p_failures', p_failures);
    perform check_delay('p_delay', p_delay);
    execute format($fail$
        update %s q
        set vt = due.at,
            headers = jsonb_build_object('firstFailedAt', clock_timestamp())
                || worker_outlived(q.headers, q.read_ct)
                || jsonb_build_object(
                    'failures', $3,
                    'lastError', $4,
                    'lastFailedAt', clock_timestamp(),
                    'delayedUntil', due.at)
        from (select clock_timestamp() + $5 as at) due
        where q.msg_id = $1
          and q.read_ct = $2
        $fail$,
        worker_table(p_queue_name, 'q'))
    using p_msg_id, p_read_ct, p_failures, left(p_error, 10000), p_delay;
    get diagnostics failed = row_count;
    return failed > 0;
end
$$;

comment on function worker_fail(text, bigint, integer, integer, text, interval) is
    'Notes a failed attempt in the message''s headers (failures, lastError, firstFailedAt, lastFailedAt) and hides it for the delay; false when the lease was lost';

create or replace function worker_dead(
    p_queue_name text,
    p_msg_id bigint,
    p_read_ct integer,
    p_failures integer,
    p_reason text,
    p_metadata jsonb default null
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- The last failure belongs to the message's history as the others do. This also locks it, if the lease is held.
    if not worker_fail(p_queue_name, p_msg_id, p_read_ct, p_failures, p_reason, interval '0') then
        return false;
    end if;
    return move_to_dead_letter_queue(
        p_queue_name, ascii_lower(p_queue_name) || '_dlq', p_msg_id::text, p_reason, p_metadata);
end
$$;

comment on function worker_dead(text, bigint, integer, integer, text, jsonb) is
    'Moves a message whose lease is still held to its dead letter queue; false when the lease was lost';

create or replace function worker_send(p_queue_name text, p_bodies jsonb[], p_headers jsonb[]) returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query execute format('select * from %s($1, $2)', worker_function('send', p_queue_name))
    using p_bodies, p_headers;
end
$$;

comment on function worker_send(text, jsonb[], jsonb[]) is 'Sends messages with their headers, visible at commit; their ids';
