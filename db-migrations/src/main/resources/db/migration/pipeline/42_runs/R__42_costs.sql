-- What a run costs in calls to providers: expected, and so far.

create or replace function expected_calls(
    p_by_name boolean,
    p_albums integer,
    p_more_track_pages integer,
    p_songs integer
)
returns table (provider text, bucket text, calls integer)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
with mode as (
    select
        coalesce(bool_or(f.value = 'extended'), false) as extended,
        -- Singles among them.
        10 as tracks_an_album
    from provider_facts f
    where f.provider = 'spotify'
        and f.fact = 'mode'
)
select cost.provider, cost.bucket, cost.calls
from
    mode,
    lateral (
        values
            ('spotify', case when p_by_name then 'search' else 'artist' end, 1),
            -- The first page is asked for even if there is nothing on it.
            ('spotify', 'artist-albums', greatest(1, ceil(p_albums / case when mode.extended then 50.0 else 10 end)::integer)),
            ('spotify', 'album', case when mode.extended then 0 else p_albums end),
            -- As many as are waiting come together.
            ('spotify', 'albums', case when mode.extended then ceil(p_albums / 20.0)::integer else 0 end),
            ('spotify', 'album-tracks', p_more_track_pages),
            (
                'spotify',
                'tracks',
                case when mode.extended then ceil(p_albums * mode.tracks_an_album / 50.0)::integer + p_more_track_pages else 0 end)
    ) as cost (provider, bucket, calls)
where cost.calls > 0
union all
-- At most: whatever a source names, the later ones are not asked for.
select p.name, '*', ceil(p.calls_an_album * p_albums + p.calls_a_song * p_songs)::integer
from providers p
where p.calls_an_album * p_albums + p.calls_a_song * p_songs > 0
$$;

comment on function expected_calls(boolean, integer, integer, integer) is
    'The calls that a run needs for so many albums, pages of tracks beyond each album''s first, and songs that are to be identified';

create or replace function estimate_run(p_correlation_id uuid, p_albums integer = null) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- Of an artist about whom nothing is known.
    usual_albums constant integer := 30;
    songs_an_album constant integer := 8;
    tracks_a_page constant numeric := 50;
    run run_outcomes;
    artist uuid;
    albums_known integer;
    albums_expected integer;
    more_pages integer;
    songs_open integer;
begin
    perform check_argument(p_correlation_id is not null, 'p_correlation_id', null, 'not be null');
    perform check_argument(
        coalesce(p_albums between 0 and 100000, true), 'p_albums', p_albums::text, 'be from 0 to 100000');
    select r.*
    into run
    from run_outcomes r
    where r.correlation_id = p_correlation_id;
    if not found then
        return false;
    end if;

    -- Apart, because no index serves a choice of conditions.
    if run.artist_id is not null then
        artist := run.artist_id;
    elsif run.asked ->> 'artistId' is not null then
        select a.id
        into artist
        from artists a
        where a.spotify_id = run.asked ->> 'artistId';
    else
        -- Of several artists of a name the one with most listeners is likely meant.
        select a.id
        into artist
        from artists a
        where search_key(a.name) = search_key(run.asked ->> 'artistName')
        order by a.followers desc nulls last, a.id
        limit 1;
    end if;

    select
        count(*),
        coalesce(sum(greatest(0, ceil(b.tracks / tracks_a_page) - 1)), 0)
    into albums_known, more_pages
    from (
        select case jsonb_typeof(a.metadata -> 'total_tracks')
                when 'number' then (a.metadata ->> 'total_tracks')::numeric
            end as tracks
        from artist_albums l
        join albums a on a.id = l.album_id
        where l.artist_id = artist
    ) as b;

    -- Songs that have changed since are not looked for: an estimate must not take longer than the first calls.
    select count(*)
    into songs_open
    from normalized_tracks n
    where n.artist_id = artist
        and not exists (
            select
            from processing_status s
            where s.entity_type = 'song'
                and s.entity_id = n.id::text
                and s.state = 'COMPLETED');

    albums_expected := coalesce(p_albums, nullif(albums_known, 0), usual_albums);
    insert into run_estimates as e (correlation_id, provider, bucket, calls, exact)
    select
        p_correlation_id,
        c.provider,
        c.bucket,
        c.calls,
        -- What comes several at a time takes as many calls as batches happen to form.
        p_albums is not null and c.provider = 'spotify' and c.bucket not in ('albums', 'tracks')
    from expected_calls(
        run.asked ->> 'artistId' is null,
        albums_expected,
        more_pages,
        songs_open + songs_an_album * greatest(0, albums_expected - albums_known)) as c
    on conflict (correlation_id, provider, bucket) do update
    set calls = excluded.calls,
        exact = excluded.exact,
        estimated_at = now();
    return true;
end
$$;

comment on function estimate_run(uuid, integer) is
    'Estimates the calls that a run takes in all, from the number of its artist''s albums or, as long as that is null, from what is known of the artist or of artists in general; false when there is no such run';

create or replace function run_cost(p_correlation_id uuid) returns jsonb
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select coalesce(
    jsonb_agg(
        jsonb_build_object(
            'provider', e.provider,
            'bucket', e.bucket,
            'calls', e.calls,
            'exact', e.exact,
            'used', e.used)
        order by e.provider desc, e.bucket),
    '[]')
from run_estimates e
where e.correlation_id = p_correlation_id
$$;

comment on function run_cost(uuid) is
    'The calls that a run is expected to make: [{provider, bucket, calls, exact, used}]; used is null while none is counted, because there is no quota or none was made';

-- The calls themselves are counted by worker_spend, which knows of runs no more than their ids.
create or replace function count_run_calls() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update run_estimates e
    set used = coalesce(e.used, 0) + new.calls - case tg_op when 'UPDATE' then old.calls else 0 end
    where e.correlation_id = new.correlation_id
        and e.provider = new.provider
        and e.bucket = new.bucket;
    return null;
end
$$;

comment on function count_run_calls() is 'Trigger function of provider_usage: adds the calls of a run to its estimate';

do $$
begin
    -- Looked at first: making a trigger anew would lock a table at which workers are busy.
    if not exists (
        select
        from pg_trigger t
        where t.tgrelid = 'provider_usage'::regclass
            and t.tgname = 'run_calls_counted'
    ) then
        create trigger run_calls_counted after insert or update of calls on provider_usage
            for each row
            when (new.correlation_id is not null)
            execute function count_run_calls();
    end if;
end
$$;
