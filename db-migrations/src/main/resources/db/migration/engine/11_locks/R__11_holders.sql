-- Who holds an entity that is in progress: signs of life, and what becomes of it without.

create or replace function update_lock_heartbeat(
    p_entity_type text,
    p_entity_id text,
    p_worker_id text,
    p_correlation_id text
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_entity(p_entity_type, p_entity_id);
    perform check_length('p_worker_id', p_worker_id, 1000);
    perform check_length('p_correlation_id', p_correlation_id, 1000);
    -- Both tables, status first as everywhere: a holder that gives signs of life is not timed out either.
    perform
    from processing_status s
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
    for update;
    update processing_locks l
    set last_heartbeat = clock_timestamp()
    where l.entity_type = p_entity_type
        and l.entity_id = p_entity_id
        and l.worker_id is not distinct from p_worker_id
        and l.correlation_id is not distinct from p_correlation_id;
    if not found then
        return false;
    end if;
    update processing_status s
    set last_processed_at = clock_timestamp()
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
        and s.state = 'IN_PROGRESS';
    return true;
end
$$;

comment on function update_lock_heartbeat(text, text, text, text) is
    'A sign of life of the holder; false for anybody else. Null is the worker or run of a holder that told none';

create or replace function claim_stale_lock(
    p_entity_type text,
    p_entity_id text,
    p_new_worker_id text,
    p_correlation_id text
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_entity(p_entity_type, p_entity_id);
    perform check_length('p_correlation_id', p_correlation_id, 1000);
    perform require_text('p_new_worker_id', p_new_worker_id);
    perform
    from processing_status s
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
    for update;
    -- The second claimant waits for the first one's row and then finds a fresh heartbeat.
    update processing_locks l
    set worker_id = p_new_worker_id,
        correlation_id = p_correlation_id,
        acquired_at = clock_timestamp(),
        last_heartbeat = clock_timestamp(),
        metadata = l.metadata || jsonb_build_object(
            'claimed_from', l.worker_id,
            'claimed_at', clock_timestamp())
    where l.entity_type = p_entity_type
        and l.entity_id = p_entity_id
        and l.last_heartbeat + make_interval(secs => l.ttl_seconds) < clock_timestamp();
    if not found then
        return false;
    end if;
    update processing_status s
    set state = 'IN_PROGRESS',
        attempts = s.attempts + 1,
        last_processed_at = clock_timestamp()
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
        and s.state <> 'COMPLETED';
    return true;
end
$$;

comment on function claim_stale_lock(text, text, text, text) is
    'Takes over a lock whose holder has given no sign of life for its ttl; exactly one of several claimants wins';

create or replace function force_release_entity_lock(p_entity_type text, p_entity_id text) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    previous jsonb;
begin
    perform require_entity(p_entity_type, p_entity_id);
    update processing_status s
    set state = 'PENDING'
    where s.entity_type = p_entity_type
        and s.entity_id = p_entity_id
        and s.state = 'IN_PROGRESS';
    delete from processing_locks l
    where l.entity_type = p_entity_type
        and l.entity_id = p_entity_id
    returning to_jsonb(l)
    into previous;
    if previous is null then
        return jsonb_build_object(
            'released', false,
            'message', format('%s %s is not locked', p_entity_type, p_entity_id));
    end if;
    insert into monitoring_events (event_type, details)
    values (
        'lock_force_released',
        jsonb_build_object('previous_lock', previous, 'by', session_user));
    return jsonb_build_object('released', true, 'previous_lock', previous);
end
$$;

comment on function force_release_entity_lock(text, text) is
    'Removes a lock whoever holds it: {released, previous_lock} or {released: false, message}. The entity is pending again';
