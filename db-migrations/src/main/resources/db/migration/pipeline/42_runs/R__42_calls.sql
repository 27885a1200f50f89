-- The calls that a run is expected to need.

create or replace function expected_source_calls(p_albums integer, p_songs integer, p_except text[])
returns table (provider text, bucket text, calls integer)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
-- At most: whatever a source names, the later ones are not asked for.
select p.name, '*', ceil(p.calls_an_album * p_albums + p.calls_a_song * p_songs)::integer
from providers p
where p.calls_an_album * p_albums + p.calls_a_song * p_songs > 0
    and not p.name = any (p_except)
$$;

comment on function expected_source_calls(integer, integer, text[]) is
    'The calls that finding out who made the songs of so many albums needs at most, without those to p_except';

create or replace function expected_musicbrainz_calls(p_by_name boolean, p_albums integer, p_songs integer, p_listed boolean)
returns table (provider text, bucket text, calls integer)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
with usual as (
    select
        -- Of each album, with singles among them.
        3 as editions,
        12 as tracks,
        -- A page of releases ends there.
        500.0 as tracks_a_page
)
select cost.provider, cost.bucket, cost.calls
from
    usual,
    lateral (
        values
            ('musicbrainz', 'artist-search', case when p_by_name then 1 else 0 end),
            ('musicbrainz', 'artist', 1),
            (
                'musicbrainz',
                'releases',
                case
                    when p_listed then 0
                    else ceil(p_albums * usual.editions * usual.tracks / usual.tracks_a_page)::integer + 1
                end)
    ) as cost (provider, bucket, calls)
where cost.calls > 0
union all
-- The releases came with their credits.
select c.provider, c.bucket, c.calls
from expected_source_calls(p_albums, p_songs, '{musicbrainz}') as c
$$;

comment on function expected_musicbrainz_calls(boolean, integer, integer, boolean) is
    'The calls that a run needs that takes so many albums from MusicBrainz; p_listed when they were listed not long ago';

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
select c.provider, c.bucket, c.calls
from expected_source_calls(p_albums, p_songs, '{}') as c
$$;

comment on function expected_calls(boolean, integer, integer, integer) is
    'The calls that a run needs for so many albums, pages of tracks beyond each album''s first, and songs that are to be identified';
