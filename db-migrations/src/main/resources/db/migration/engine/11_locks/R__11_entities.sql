-- Who works on what. processing_status is the decision, processing_locks the holder's details; both change together.
-- Workers have no right to change either table but through these functions.

create or replace function require_entity(p_entity_type text, p_entity_id text) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_entity_type', p_entity_type, 100);
    perform require_short_text('p_entity_id', p_entity_id, 500);
end
$$;

comment on function require_entity(text, text) is 'Raises 22023 unless both parts of an entity''s name are usable';

create or replace function acquire_processing_lock(
    p_entity_type text,
    p_entity_id text,
    p_timeout_minutes int = 30,
    p_correlation_id text = null,
    p_worker_id text = null
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    acquired boolean;
begin
    perform require_entity(p_entity_type, p_entity_id);
    perform check_length('p_correlation_id', p_correlation_id, 1000);
    perform check_length('p_worker_id', p_worker_id, 1000);
    perform check_argument(
        p_timeout_minutes between 1 and 100000, 'p_timeout_minutes', p_timeout_minutes::text, 'be from 1 to 100000');

    -- Of many sessions one inserts or updates; the others then see its row and the condition fails for them. The clock
    -- is read after the wait for the row, not at the beginning of the transaction.
    insert into processing_status as s (entity_type, entity_id, state, attempts, last_processed_at)
    values (p_entity_type, p_entity_id, 'IN_PROGRESS', 1, clock_timestamp())
    on conflict (entity_type, entity_id) do update
    set state = 'IN_PROGRESS',
        attempts = s.attempts + 1,
        last_processed_at = clock_timestamp(),
        metadata = case
            when s.state = 'IN_PROGRESS' then s.metadata || jsonb_build_object(
                'recovered_at', clock_timestamp(),
                'recovered_from', s.last_processed_at,
                'recoveries', coalesce((s.metadata ->> 'recoveries')::integer, 0) + 1)
            else s.metadata
        end
    where s.state in ('PENDING', 'FAILED')
        or (
            s.state = 'IN_PROGRESS'
            and s.last_processed_at < clock_timestamp() - make_interval(mins => p_timeout_minutes))
    returning true
    into acquired;

    if acquired is null then
        return false;
    end if;
    insert into processing_locks as l (entity_type, entity_id, worker_id, ttl_seconds, correlation_id)
    values (p_entity_type, p_entity_id, p_worker_id, p_timeout_minutes * 60, p_correlation_id)
    on conflict (entity_type, entity_id) do update
    set worker_id = excluded.worker_id,
        acquired_at = clock_timestamp(),
        last_heartbeat = clock_timestamp(),
        ttl_seconds = excluded.ttl_seconds,
        correlation_id = excluded.correlation_id,
        metadata = '{}';
    return true;
end
$$;

comment on function acquire_processing_lock(text, text, int, text, text) is
    'Begins the processing of an entity, for exactly one caller: true when it was pending, failed, unknown, or in progress for longer than the time-out without a heartbeat';

create or replace function end_processing(p_entity_type text, p_entity_id text, p_state text, p_error text)
returns boolean
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    ended boolean;
begin
    perform require_entity(p_entity_type, p_entity_id);
    update processing_status s
    set state = p_state,
        last_processed_at = clock_timestamp(),
        last_error = case p_state when 'PENDING' then s.last_error else p_error end
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
        and s.state = 'IN_PROGRESS';
    ended := found;
    if ended then
        delete from processing_locks l
        where l.entity_type = p_entity_type
            and l.entity_id = p_entity_id;
    end if;
    return ended;
end
$$;

comment on function end_processing(text, text, text, text) is
    'Takes an entity that is in progress into another state and removes its lock';

create or replace function release_processing_lock(p_entity_type text, p_entity_id text) returns boolean
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select end_processing(p_entity_type, p_entity_id, 'PENDING', null)
$$;

comment on function release_processing_lock(text, text) is
    'Gives back an entity that is in progress, so that it is pending again; false when it was not in progress';

create or replace function complete_processing(p_entity_type text, p_entity_id text) returns boolean
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select end_processing(p_entity_type, p_entity_id, 'COMPLETED', null)
$$;

comment on function complete_processing(text, text) is
    'Ends the processing of an entity for good; false when it was not in progress';

create or replace function fail_processing(p_entity_type text, p_entity_id text, p_error text) returns boolean
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select end_processing(p_entity_type, p_entity_id, 'FAILED', p_error)
$$;

comment on function fail_processing(text, text, text) is
    'Ends the processing of an entity with an error (null when nobody knows which); it may be acquired again. False when it was not in progress';
