-- Whose profiles are to be looked for.

create or replace function claim_producers_enrichment(p_song_ids uuid[], p_roles text[], p_stale_after interval)
returns table (song_id uuid, producer_id uuid, producer_name text)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
    perform check_argument(p_song_ids is not null, 'p_song_ids', null, 'not be null');
    perform check_argument(p_roles is not null, 'p_roles', null, 'not be null');
    perform require_few('p_roles', cardinality(p_roles), pg_column_size(p_roles), 50);
    perform check_argument(
        p_stale_after between interval '0' and interval '36500 days',
        'p_stale_after',
        p_stale_after::text,
        'be from 0 to 36500 days');
    return query
    with credited as (
        select
            tp.producer_id,
            (array_agg(t.song_id order by t.song_id))[1] as song_id,
            bool_or(tp.role = any (p_roles)) as wanted
        from tracks t
        join track_producers tp on tp.track_id = t.id
        where t.song_id = any (p_song_ids)
        group by tp.producer_id
    ),
    due as (
        select
            c.song_id,
            p.id,
            p.name
        from credited c
        join producers p on p.id = c.producer_id
        where case
            when p.enriched_at is null then c.wanted
            else c.wanted and p.enriched_at < now() - p_stale_after or producer_has_new_identities(p.id)
        end
    ),
    -- A producer of a hundred songs is asked for once: the pending state says that a message is on its way.
    claimed as (
        insert into processing_status as s (entity_type, entity_id, state)
        select
            'producer',
            d.id::text,
            'PENDING'
        from due d
        order by d.id
        on conflict (entity_type, entity_id) do update
        set
            state = 'PENDING',
            updated_at = now()
        where (
                s.state in ('COMPLETED', 'FAILED')
                and (s.updated_at < now() - p_stale_after or producer_has_new_identities(s.entity_id::uuid)))
            or (s.state = 'PENDING' and s.updated_at < now() - interval '1 day')
        returning s.entity_id
    )
    select
        d.song_id,
        d.id,
        d.name
    from due d
    join claimed c on c.entity_id = d.id::text
    order by d.id;
end
$$;

comment on function claim_producers_enrichment(uuid[], text[], interval) is
    'The producers of songs in those roles whose profile is missing, older than p_stale_after, or was looked for before an id of theirs was known, and for whom no message is on its way, each with one of the songs; marks them as asked for';

create or replace function claim_producer_enrichment(p_song_id uuid, p_roles text[], p_stale_after interval)
returns table (producer_id uuid, producer_name text)
language plpgsql
security definer
rows 10
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
    perform require_song('p_song_id', p_song_id);
    return query
        select c.producer_id, c.producer_name
        from claim_producers_enrichment(array[p_song_id], p_roles, p_stale_after) c;
end
$$;

comment on function claim_producer_enrichment(uuid, text[], interval) is
    'claim_producers_enrichment for one song';

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
