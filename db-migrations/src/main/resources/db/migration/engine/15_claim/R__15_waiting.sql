-- What a worker asks of a queue besides messages: when there will be some, from where on, and what became of one.

create or replace function worker_low_water(p_queue_name text, out low_water_mark timestamptz, out took_ms double precision)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    right_now timestamptz := clock_timestamp();
    first_due timestamptz;
begin
    execute format('select min(vt) from %s', worker_table(p_queue_name, 'q')) into first_due;
    low_water_mark := least(first_due, right_now);
    took_ms := extract(epoch from clock_timestamp() - right_now) * 1000;
end
$$;

comment on function worker_low_water(text) is
    'The time before which no message that is there now is or becomes visible, and how long it took to find out: long while a snapshot is held, because it steps over all that was worked off since';

create or replace function worker_next_due(p_queue_name text, p_from timestamptz, p_within interval) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    right_now timestamptz := clock_timestamp();
    due timestamptz;
begin
    perform check_delay('p_within', coalesce(p_within, interval '0'));
    if worker_queue_paused(p_queue_name) then
        return null;
    end if;
    -- Both ends matter while a snapshot is held: what was claimed a lease ago is dead, and lies before and after now.
    execute format('select min(vt) from %s where vt >= $1 and vt <= $2', worker_table(p_queue_name, 'q'))
    into due
    using coalesce(p_from, timestamptz '-infinity'), coalesce(right_now + p_within, timestamptz 'infinity');
    -- greatest() passes over null: without this an empty queue would be due at once, again and again.
    if due is null then
        return null;
    end if;
    return greatest(0, ceil(extract(epoch from due - right_now) * 1000))::bigint;
end
$$;

comment on function worker_next_due(text, timestamptz, interval) is
    'Milliseconds until a message of the queue is or becomes visible, counted by the server''s clock; null when none is within that time (null: ever) or the queue is paused. What fell due before p_from (null: ever) does not count';

create or replace function worker_next_due(p_queue_name text) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return worker_next_due(p_queue_name, null, null);
end
$$;

comment on function worker_next_due(text) is
    'Milliseconds until any message of the queue is or becomes visible; null when the queue is empty or paused';

create or replace function worker_message_state(p_queue_name text, p_msg_id bigint, p_idempotency_key text) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    state text;
begin
    execute format($state$
        select case when vt > clock_timestamp() and read_ct > 0 then 'leased' else 'waiting' end
        from %s
        where msg_id = $1
          and message ->> '_idempotencyKey' = $2
        union all
        select 'archived'
        from %s
        where msg_id = $1
          and message ->> '_idempotencyKey' = $2
        limit 1
        $state$,
        worker_table(p_queue_name, 'q'),
        worker_table(p_queue_name, 'a'))
    into state
    using p_msg_id, p_idempotency_key;
    return state;
end
$$;

comment on function worker_message_state(text, bigint, text) is
    'What the database knows of a message with this idempotency key: leased, waiting, archived, or null when there is none. Deduplication asks it before it believes a mark';
