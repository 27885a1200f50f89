-- What died half-way is set free.

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
