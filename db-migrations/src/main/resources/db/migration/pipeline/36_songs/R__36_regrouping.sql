-- Sorting tracks that are stored into songs anew.

create or replace function wanted_track_songs(p_tracks jsonb)
returns table (track_id uuid, title_key text, seconds integer, song text)
language plpgsql
stable
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query
        select
            w.track_id,
            w.title_key,
            w.seconds,
            song_name(w.title_key, w.seconds)
        from (
            select
                coalesce(
                    field_uuid(e, 'track_id'),
                    (select t.id from tracks t where t.spotify_id = e ->> 'spotify_id')) as track_id,
                e ->> 'title_key' as title_key,
                field_integer(e, 'seconds', 0, 2147483647) as seconds
            from jsonb_array_elements(p_tracks) as e
        ) as w;
end
$$;

comment on function wanted_track_songs(jsonb) is 'Reads what regroup_songs is given';

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
    v_artist_id uuid := kept_row(p_artist_id);
    -- An array, because the planner knows how short it is.
    v_tracks uuid[];
begin
    perform require_artist('p_artist_id', v_artist_id);
    perform require_objects('p_tracks', p_tracks);
    perform
        require_short_text('title_key', s ->> 'title_key', 500),
        case when field_uuid(s, 'track_id') is null then require_spotify_id('spotify_id', s ->> 'spotify_id') end
    from jsonb_array_elements(p_tracks) as s;

    v_tracks := array(select s.track_id from wanted_track_songs(p_tracks) as s);
    v_rows := array(
        select n.id
        from normalized_tracks n
        where n.artist_id = v_artist_id
            and (
                n.normalized_name in (select s.song from wanted_track_songs(p_tracks) as s)
                or n.id in (
                    select t.song_id
                    from tracks t
                    where t.id = any (v_tracks)))
        order by n.normalized_name
        for update);

    for v_part in
        select s.song as name, n.id
        from wanted_track_songs(p_tracks) as s
        join tracks t on t.id = s.track_id and t.id = any (v_tracks)
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
    join wanted_track_songs(p_tracks) as s on s.song = k.name
    where n.id = k.id
        and n.normalized_name <> k.name;
    insert into normalized_tracks (artist_id, title_key, seconds)
    select distinct on (s.song) v_artist_id, s.title_key, s.seconds
    from wanted_track_songs(p_tracks) as s
    order by
        s.song,
        s.title_key
    on conflict (artist_id, normalized_name) do nothing;

    with moved as (
        update tracks t
        set song_id = n.id
        from wanted_track_songs(p_tracks) as s
        join normalized_tracks n on n.artist_id = v_artist_id and n.normalized_name = s.song
        join tracks before on before.id = s.track_id and before.id = any (v_tracks)
        where t.id = before.id
            and t.id = any (v_tracks)
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
    'Sorts tracks of an artist that are stored anew into songs: p_tracks is an array of {track_id or spotify_id, title_key, seconds}, which tell the song that each is to belong to, with all tracks of the songs concerned. Songs that are left without tracks are forgotten. Returns the songs concerned';
