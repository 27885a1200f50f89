-- Opening a run, and what the artist stage made of it.

create or replace function pipeline_stages() returns table (place integer, queue_name text)
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
values
    (1, 'artist_discovery'),
    (2, 'album_discovery'),
    (3, 'track_discovery'),
    (4, 'producer_identification'),
    (5, 'social_enrichment')
$$;

comment on function pipeline_stages() is 'The five stages, in the order in which work passes through them';

create or replace function begin_discovery_run(p_correlation_id uuid, p_asked jsonb) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(p_correlation_id is not null, 'p_correlation_id', null, 'not be null');
    perform require_object('p_asked', p_asked);
    perform field_short_text(p_asked, 'artistName', 500);
    perform field_short_text(p_asked, 'artistId', 500);
    perform check_argument(
        coalesce(field_text(p_asked, 'catalogue') in ('spotify', 'musicbrainz'), true),
        'catalogue',
        field_text(p_asked, 'catalogue'),
        'be one of spotify, musicbrainz');
    insert into run_outcomes (correlation_id, asked)
    values (p_correlation_id, p_asked)
    on conflict (correlation_id) do nothing;
    if not found then
        return false;
    end if;
    perform estimate_run(p_correlation_id);
    return true;
end
$$;

comment on function begin_discovery_run(uuid, jsonb) is
    'Opens a discovery run, keeps what was asked and estimates what it will cost; false when it is open already';

create or replace function record_discovery_outcome(
    p_correlation_id uuid,
    p_state text,
    p_artist_id uuid,
    p_candidates jsonb
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_state in ('queued', 'running', 'ambiguous', 'not_found', 'refused'),
        'p_state',
        p_state,
        'be one of queued, running, ambiguous, not_found, refused');
    if p_artist_id is not null then
        perform require_artist('p_artist_id', p_artist_id);
    end if;
    perform check_argument(
        p_candidates is null or jsonb_typeof(p_candidates) = 'array',
        'p_candidates',
        left(p_candidates::text, 200),
        'be a JSON array');
    update run_outcomes r
    set outcome = p_state,
        artist_id = coalesce(p_artist_id, r.artist_id),
        candidates = coalesce(p_candidates, '[]'),
        finished_at = case when p_state in ('ambiguous', 'not_found', 'refused') then now() end
    where r.correlation_id = p_correlation_id;
    if not found then
        raise exception 'p_correlation_id names no run: %', coalesce(p_correlation_id::text, 'null')
            using errcode = 'P0002';
    end if;
end
$$;

comment on function record_discovery_outcome(uuid, text, uuid, jsonb) is
    'Notes what the artist stage made of a run: running with the artist, ambiguous with candidates, not_found or refused. A null artist keeps the one that is known; null candidates are none';
