-- What a run costs in calls to providers: expected, and so far.

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
    songs_expected integer;
    albums_listed boolean;
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
        artist := artist_of_catalogue_id(run.asked ->> 'artistId');
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

    albums_listed := exists (
        select
        from catalogue_listings l
        where l.artist_id = artist
            and l.catalogue = 'musicbrainz'
            and l.list_again_at > now());
    albums_expected := coalesce(p_albums, nullif(albums_known, 0), usual_albums);
    songs_expected := songs_open + songs_an_album * greatest(0, albums_expected - albums_known);
    insert into run_estimates as e (correlation_id, provider, bucket, calls, exact)
    select
        p_correlation_id,
        c.provider,
        c.bucket,
        c.calls,
        -- What comes several at a time takes as many calls as batches happen to form.
        p_albums is not null and c.provider = 'spotify' and c.bucket not in ('albums', 'tracks')
    from (
        select e.provider, e.bucket, e.calls
        from expected_calls(run.asked ->> 'artistId' is null, albums_expected, more_pages, songs_expected) as e
        where run.asked ->> 'catalogue' is distinct from 'musicbrainz'
        union all
        select e.provider, e.bucket, e.calls
        from expected_musicbrainz_calls(
            run.asked ->> 'artistId' is null, albums_expected, songs_expected, albums_listed) as e
        where run.asked ->> 'catalogue' = 'musicbrainz'
    ) as c
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
