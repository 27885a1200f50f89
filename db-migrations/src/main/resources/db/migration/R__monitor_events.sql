-- What operators and timers did, for whoever asks later.

create or replace function record_monitoring_event(p_event_type text, p_details jsonb = '{}') returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_event_type', p_event_type, 200);
    perform require_object('p_details', p_details);
    insert into monitoring_events (event_type, details)
    values (p_event_type, p_details);
end
$$;

comment on function record_monitoring_event(text, jsonb) is 'Keeps an event of a type of the caller''s choice';

create or replace function enqueue_stale_producers(p_stale_days int = 30, p_limit int = 1000) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    enqueued bigint;
begin
    perform check_argument(p_stale_days between 0 and 36500, 'p_stale_days', p_stale_days::text, 'be from 0 to 36500');
    perform require_not_negative('p_limit', p_limit);
    -- The date in the key lets a second call of the same day save its work, but not one of the next day.
    select count(pg_enqueue(
        'social_enrichment',
        jsonb_build_object(
            'producerId', stale.id,
            'producerName', stale.name,
            '_idempotencyKey', format('social_enrichment:stale:%s:%s', stale.id, current_date))))
    into enqueued
    from (
        select p.id, p.name
        from producers p
        where p.merged_into is null
            and (p.enrichment_failed or p.enriched_at < now() - make_interval(days => p_stale_days))
        order by p.enriched_at nulls first, p.id
        limit p_limit
    ) as stale;
    return enqueued;
end
$$;

comment on function enqueue_stale_producers(int, int) is
    'Sends a social_enrichment message for producers whose profiles were looked for too long ago, or in vain; how many';

revoke all on function
    record_monitoring_event(text, jsonb),
    enqueue_stale_producers(int, int)
from public;

grant execute on function
    record_monitoring_event(text, jsonb),
    enqueue_stale_producers(int, int)
to pipeline_operator;
