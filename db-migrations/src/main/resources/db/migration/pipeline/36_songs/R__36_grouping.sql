-- Which tracks are one song, and which of them stands for it.

create or replace function song_turn(p_versions jsonb, p_release_date date, p_spotify_id text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    select concat_ws(
        ' ',
        lpad(least(
            case jsonb_typeof(p_versions) when 'array' then jsonb_array_length(p_versions) else 0 end,
            9999)::text, 4, '0'),
        lpad(case when isfinite(p_release_date) then p_release_date - date '0001-01-01' else 9999999 end::text, 7, '0'),
        case when p_spotify_id is not null then require_spotify_id('p_spotify_id', p_spotify_id) end)
$$;

comment on function song_turn(jsonb, date, text) is
    'When a track takes its turn among those that are sorted into songs, as a text to be compared byte by byte: the plainest title first, then the earliest release. A song is named, measured and shown by the first of its tracks';

create or replace function turn_id(p_spotify_id text, p_musicbrainz_id text, p_release_id text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- The tracks of a recording are told apart by their releases.
    return coalesce(p_spotify_id, left(nullif(concat_ws(' ', p_musicbrainz_id, p_release_id), ''), 100));
end
$$;

comment on function turn_id(text, text, text) is
    'By which id tracks are put in order that song_turn would else take for equals';

create or replace function choose_representatives(p_song_ids uuid[]) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update normalized_tracks n
    set representative_track_id = first.id
    from unnest(p_song_ids) as song (id)
    -- Song by song, and so by the indexes, whatever the planner takes tables to hold that have just been filled.
    cross join lateral (
        select t.id
        from tracks t
        join albums a on a.id = t.album_id
        where t.song_id = song.id
        order by
            song_turn(
                t.metadata -> 'versions',
                a.release_date,
                turn_id(t.spotify_id, t.musicbrainz_id, a.musicbrainz_id)) collate "C",
            t.id
        limit 1
    ) as first
    where n.id = song.id
        and n.representative_track_id is distinct from first.id;
end
$$;

comment on function choose_representatives(uuid[]) is
    'Lets each of these songs be shown and asked for by the track with the plainest title and the earliest release, whichever was found first';

create or replace function forget_empty_songs(p_song_ids uuid[]) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_forgotten integer;
begin
    perform check_argument(p_song_ids is not null, 'p_song_ids', null, 'not be null');
    with forgotten as (
        delete from normalized_tracks n
        where n.id = any (p_song_ids)
            and not exists (
                select
                from tracks t
                where t.song_id = n.id)
            and not exists (
                select
                from corrections c
                where c.subject = n.id
                    and c.reverted_at is null)
        returning n.id
    ),
    -- What is known of its identification goes with it; its evidence does so by itself.
    status as (
        delete from processing_status s
        using forgotten f
        where s.entity_type = 'song'
            and s.entity_id = f.id::text
    )
    select count(*)
    into v_forgotten
    from forgotten;
    return v_forgotten;
end
$$;

comment on function forget_empty_songs(uuid[]) is
    'Deletes those of the songs that lost all their tracks to others and about which nobody said anything; returns how many';
