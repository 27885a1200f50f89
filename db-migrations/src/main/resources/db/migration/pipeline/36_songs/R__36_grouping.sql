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

create or replace function choose_representatives(p_song_ids uuid[]) returns void
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
    update normalized_tracks n
    set representative_track_id = first.id
    from (
        select distinct on (t.song_id) t.song_id, t.id
        from tracks t
        join albums a on a.id = t.album_id
        where t.song_id = any (p_song_ids)
        order by
            t.song_id,
            song_turn(t.metadata -> 'versions', a.release_date, t.spotify_id) collate "C",
            t.id
    ) as first
    where n.id = first.song_id
        and n.representative_track_id is distinct from first.id
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

create or replace function wanted_songs(p_tracks jsonb)
returns table (spotify_id text, title_key text, seconds integer, song text)
language sql
immutable
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
    select
        t.spotify_id,
        t.title_key,
        t.seconds,
        song_name(t.title_key, t.seconds)
    from (
        select
            e ->> 'spotify_id' as spotify_id,
            e ->> 'title_key' as title_key,
            field_integer(e, 'seconds', 0, 2147483647) as seconds
        from jsonb_array_elements(p_tracks) as e
    ) as t
$$;

comment on function wanted_songs(jsonb) is 'Reads what regroup_songs is given';

-- A row stays with most of its tracks when songs are sorted anew, because its evidence and what people said of it belong
-- to these tracks, not to the name.
create or replace function regroup_songs(p_artist_id uuid, p_tracks jsonb) returns uuid[]
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_part record;
    v_rows uuid[];
    v_names text[] := '{}';
    v_kept uuid[] := '{}';
    v_changed uuid[];
begin
    perform require_artist('p_artist_id', p_artist_id);
    perform require_objects('p_tracks', p_tracks);
    perform
        require_short_text('title_key', s ->> 'title_key', 500),
        require_spotify_id('spotify_id', s ->> 'spotify_id')
    from jsonb_array_elements(p_tracks) as s;

    v_rows := array(
        select n.id
        from normalized_tracks n
        where n.artist_id = p_artist_id
            and (
                n.normalized_name in (select s.song from wanted_songs(p_tracks) as s)
                or n.id in (
                    select t.song_id
                    from tracks t
                    where t.spotify_id in (select s.spotify_id from wanted_songs(p_tracks) as s)))
        order by n.normalized_name
        for update);

    for v_part in
        select s.song as name, n.id
        from wanted_songs(p_tracks) as s
        join tracks t on t.spotify_id = s.spotify_id
        join normalized_tracks n on n.id = t.song_id
        where n.id = any (v_rows)
        group by s.song, n.id, n.normalized_name
        order by
            count(*) desc,
            s.song <> n.normalized_name,
            s.song collate "C",
            n.normalized_name collate "C"
    loop
        if not v_part.name = any (v_names) and not v_part.id = any (v_kept) then
            v_names := v_names || v_part.name;
            v_kept := v_kept || v_part.id;
        end if;
    end loop;

    -- In two steps, because names may go round in a circle and are unique at every moment.
    update normalized_tracks n
    set title_key = 'moving ' || n.id
    where n.id = any (v_rows)
        and not exists (
            select
            from unnest(v_names, v_kept) as k (name, id)
            where k.id = n.id
                and k.name = n.normalized_name);
    update normalized_tracks n
    set title_key = s.title_key,
        seconds = s.seconds
    from unnest(v_names, v_kept) as k (name, id)
    join wanted_songs(p_tracks) as s on s.song = k.name
    where n.id = k.id
        and n.normalized_name <> k.name;
    insert into normalized_tracks (artist_id, title_key, seconds)
    select distinct on (s.song) p_artist_id, s.title_key, s.seconds
    from wanted_songs(p_tracks) as s
    order by
        s.song,
        s.title_key
    on conflict (artist_id, normalized_name) do nothing;

    with moved as (
        update tracks t
        set song_id = n.id
        from wanted_songs(p_tracks) as s
        join normalized_tracks n on n.artist_id = p_artist_id and n.normalized_name = s.song
        join tracks before on before.spotify_id = s.spotify_id
        where t.id = before.id
            and before.song_id = any (v_rows)
            and before.song_id <> n.id
        returning before.song_id as from_song, n.id as to_song
    ),
    -- What people said of a song that is part of another one now is said of that one.
    moved_words as (
        update corrections c
        set subject = m.to_song
        from (
            select distinct on (moved.from_song) moved.from_song, moved.to_song
            from moved
            where not moved.from_song = any (v_kept)
            order by moved.from_song, moved.to_song
        ) as m
        where c.subject = m.from_song
            and c.reverted_at is null
            and not exists (
                select
                from corrections o
                where o.kind = c.kind
                    and o.subject = m.to_song
                    and o.object = c.object
                    and o.role is not distinct from c.role
                    and o.reverted_at is null)
    )
    select coalesce(array_agg(distinct song.id), '{}')
    into v_changed
    from moved
    cross join unnest(array[moved.from_song, moved.to_song]) as song (id);

    perform choose_representatives(v_changed);
    perform forget_empty_songs(v_changed);
    perform apply_songs_credits(array(
        select n.id
        from normalized_tracks n
        join processing_status p on p.entity_type = 'song' and p.entity_id = n.id::text
        where n.id = any (v_changed)
            and p.state = 'COMPLETED'));
    return array(
        select n.id
        from normalized_tracks n
        where n.id = any (v_rows || v_changed));
end
$$;

comment on function regroup_songs(uuid, jsonb) is
    'Sorts tracks of an artist that are stored anew into songs: p_tracks is an array of {spotify_id, title_key, seconds}, which tell the song that each is to belong to, with all tracks of the songs concerned. Songs that are left without tracks are forgotten. Returns the songs concerned';
