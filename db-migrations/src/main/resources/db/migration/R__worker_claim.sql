-- Reading messages for workers, with PGMQ's meaning on PGMQ's tables.

create or replace function worker_table(p_queue_name text, p_prefix text) returns regclass
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    found_table regclass := to_regclass(format('pgmq.%I', p_prefix || '_' || ascii_lower(coalesce(p_queue_name, ''))));
begin
    if found_table is null then
        raise exception 'p_queue_name names no queue: %', quote_nullable(left(p_queue_name, 200))
            using errcode = 'P0002',
                hint = 'select register_queue(''name'') creates a queue';
    end if;
    return found_table;
end
$$;

comment on function worker_table(text, text) is 'The table behind a queue (prefix q) or its archive (prefix a); an unknown queue raises';

revoke all on function worker_table(text, text) from public;

-- PGMQ before 1.10 does not have last_read_at, and the library serves both.
create or replace function worker_has_last_read_at(p_table regclass) returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select exists (
    select
    from pg_attribute
    where attrelid = p_table
      and attname = 'last_read_at'
      and not attisdropped
)
$$;

comment on function worker_has_last_read_at(regclass) is 'Whether this PGMQ keeps the time of the last read';

revoke all on function worker_has_last_read_at(regclass) from public;

-- A test of its own, which is free where it holds: calling a function that raises costs a worker more than the look itself.
create or replace function is_lease(p_lease interval) returns boolean
language sql
immutable
parallel safe
return p_lease > interval '0' and p_lease <= interval '30 days';

comment on function is_lease(interval) is
    'Whether this can be a lease: some time, and not so much that a message of a dead worker would be lost';

revoke all on function is_lease(interval) from public;

create or replace function check_lease(p_name text, p_lease interval) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(is_lease(p_lease), p_name, p_lease::text, 'be longer than zero and at most 30 days');
end
$$;

comment on function check_lease(text, interval) is 'Raises 22023 for what is no lease';

revoke all on function check_lease(text, interval) from public;

create or replace function worker_queue_paused(p_queue_name text) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select exists (
    select
    from public.queue_registry
    where queue_name = ascii_lower(p_queue_name)
      and not active
)
$$;

comment on function worker_queue_paused(text) is 'Whether workers must leave the queue alone; false for a queue that nobody registered';

revoke all on function worker_queue_paused(text) from public;

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

revoke all on function worker_low_water(text) from public;
grant execute on function worker_low_water(text) to pipeline_worker;

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

revoke all on function worker_next_due(text, timestamptz, interval) from public;
grant execute on function worker_next_due(text, timestamptz, interval) to pipeline_worker;

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

revoke all on function worker_next_due(text) from public;
grant execute on function worker_next_due(text) to pipeline_worker;

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

revoke all on function worker_message_state(text, bigint, text) from public;
grant execute on function worker_message_state(text, bigint, text) to pipeline_worker;

-- The text of a jsonb ends at 1 GB, and what is stored says nothing about it: eleven thousand times 1e99999 is more, and
-- takes a few kB. A claim that fails for one such message would fail for ever, and with it its queue. So what cannot be
-- told is larger than any limit that somebody may name, and goes where all goes that is too large.
create or replace function worker_text_bytes(p_value jsonb) returns bigint
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    return octet_length(p_value::text);
exception
    when program_limit_exceeded or out_of_memory then
        return 2147483648;
end
$$;

comment on function worker_text_bytes(jsonb) is
    'How many bytes this has as text; 2 GB, above every limit, when the server cannot write it as text';

revoke all on function worker_text_bytes(jsonb) from public;

create or replace function worker_body_outline(p_message jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select coalesce(
        jsonb_object_agg(f.name, p_message -> f.name)
            filter (where public.worker_text_bytes(p_message -> f.name) <= 1024),
        '{}')
    || case
        when jsonb_typeof(p_message -> '_reprocessing_metadata') = 'object' then '{"_reprocessing_metadata": {}}'::jsonb
        else '{}'
    end
from unnest(array['_correlationId', '_idempotencyKey', '_priority']) as f (name)
$$;

comment on function worker_body_outline(jsonb) is
    'What the sender of a large body noted for workers: its keys that begin with _, as far as they are short';

revoke all on function worker_body_outline(jsonb) from public;

create or replace function worker_headers_outline(p_headers jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select coalesce(
    jsonb_object_agg(f.name, p_headers -> f.name)
        filter (where public.worker_text_bytes(p_headers -> f.name) <= 1024),
    '{}')
from unnest(array['failures', 'deaths', 'traceparent']) as f (name)
$$;

comment on function worker_headers_outline(jsonb) is 'What workers need of headers that are large';

revoke all on function worker_headers_outline(jsonb) from public;

create or replace function worker_body(p_queue_name text, p_msg_id bigint, p_read_ct integer) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    body text;
begin
    execute format('select message::text from %s where msg_id = $1 and read_ct = $2', worker_table(p_queue_name, 'q'))
    into body
    using p_msg_id, p_read_ct;
    return body;
end
$$;

comment on function worker_body(text, bigint, integer) is
    'The whole body of a message whose lease (msg_id, read_ct) is still held; null when it was lost';

revoke all on function worker_body(text, bigint, integer) from public;
grant execute on function worker_body(text, bigint, integer) to pipeline_worker;
