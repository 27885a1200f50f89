-- Storing what the stages found. Every function upserts: what is not given stays as it was, metadata is merged. They run
-- inside the caller's transaction and with the caller's rights.

-- An operation that is repeated, even by two sessions at once, takes effect once: the second waits for the first and
-- then reads its result.
create or replace function earlier_result(p_kind text, p_operation_id text) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_kind', p_kind);
    perform require_short_text('p_operation_id', p_operation_id, 500);
    perform pg_catalog.pg_advisory_xact_lock(hashtextextended(p_kind || ':' || p_operation_id, 1));
    return (
        select o.result
        from processed_operations o
        where o.kind = p_kind
            and o.operation_id = p_operation_id
    );
end
$$;

comment on function earlier_result(text, text) is
    'What the operation answered the first time, null when this is the first time; no other session can begin it until this transaction ends';

create or replace function remember_result(p_kind text, p_operation_id text, p_result jsonb) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    kept jsonb;
begin
    insert into processed_operations as o (kind, operation_id, result)
    values (
        require_short_text('p_kind', p_kind, 100),
        require_short_text('p_operation_id', p_operation_id, 500),
        require_object('p_result', p_result))
    on conflict (kind, operation_id) do update
    set result = o.result
    returning o.result
    into kept;
    return kept;
end
$$;

comment on function remember_result(text, text, jsonb) is
    'Keeps what an operation answered the first time; returns what is kept';

create or replace function require_name(p_data jsonb) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select require_text('name', field_text(p_data, 'name'))
$$;

comment on function require_name(jsonb) is 'The name in a row''s data; a blank one raises 22023';

create or replace function require_spotify_id(p_name text, p_value text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text(p_name, p_value, 100);
    return btrim(p_value);
end
$$;

comment on function require_spotify_id(text, text) is 'The id; a blank or endless one raises 22023';

create or replace function process_artist_atomic(p_artist_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('artist', p_operation_id);
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_artist_data', p_artist_data);
    insert into artists as a (name, spotify_id, followers, popularity, image_url, metadata)
    values (
        require_name(p_artist_data),
        require_spotify_id('p_spotify_id', p_spotify_id),
        field_integer(p_artist_data, 'followers', 0, 2147483647),
        field_integer(p_artist_data, 'popularity', 0, 100),
        field_text(p_artist_data, 'image_url'),
        field_object(p_artist_data, 'metadata'))
    on conflict (spotify_id) do update
    set name = excluded.name,
        followers = coalesce(excluded.followers, a.followers),
        popularity = coalesce(excluded.popularity, a.popularity),
        image_url = coalesce(excluded.image_url, a.image_url),
        metadata = a.metadata || excluded.metadata
    -- A row that this statement inserted has no earlier version.
    returning jsonb_build_object('artist_id', a.id, 'created', a.xmax = 0, 'operation_id', p_operation_id)
    into result;
    return remember_result('artist', p_operation_id, result);
end
$$;

comment on function process_artist_atomic(jsonb, text, text) is
    'Stores an artist {name, followers, popularity, image_url, metadata}: {artist_id, created, operation_id}. The same operation id again changes nothing and answers the same';

create or replace function choose_album_artist(p_album_id uuid) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    update albums a
    set artist_id = first.artist_id
    from (
        select l.artist_id
        from artist_albums l
        join artists r on r.id = l.artist_id
        join albums b on b.id = l.album_id
        left join lateral (
            select min(credit.place) as place
            from jsonb_array_elements(
                case jsonb_typeof(b.metadata -> 'artists') when 'array' then b.metadata -> 'artists' end)
                with ordinality as credit (artist, place)
            where credit.artist ->> 'id' = r.spotify_id
        ) as named on true
        where l.album_id = p_album_id
        order by
            named.place nulls last,
            r.spotify_id collate "C" nulls last,
            l.artist_id
        limit 1
    ) as first
    where a.id = p_album_id
        and a.artist_id <> first.artist_id
$$;

comment on function choose_album_artist(uuid) is
    'Gives an album to that of its known artists who is credited first, whichever was found first';

create or replace function process_album_atomic(p_album_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('album', p_operation_id);
    artist uuid;
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_album_data', p_album_data);
    artist := field_uuid(p_album_data, 'artist_id');
    perform require_artist('artist_id', artist);
    insert into albums as a (artist_id, name, spotify_id, release_date, cover_url, metadata)
    values (
        artist,
        require_name(p_album_data),
        require_spotify_id('p_spotify_id', p_spotify_id),
        field_date(p_album_data, 'release_date'),
        field_text(p_album_data, 'cover_url'),
        field_object(p_album_data, 'metadata'))
    on conflict (spotify_id) do update
    set name = excluded.name,
        release_date = coalesce(excluded.release_date, a.release_date),
        cover_url = coalesce(excluded.cover_url, a.cover_url),
        metadata = a.metadata || excluded.metadata
    returning jsonb_build_object('album_id', a.id, 'created', a.xmax = 0, 'operation_id', p_operation_id)
    into result;

    insert into artist_albums as link (artist_id, album_id, album_group)
    values (artist, (result ->> 'album_id')::uuid, coalesce(field_text(p_album_data, 'album_group'), 'album'))
    on conflict (artist_id, album_id) do update
    set album_group = coalesce(field_text(p_album_data, 'album_group'), link.album_group);
    perform choose_album_artist((result ->> 'album_id')::uuid);

    return remember_result('album', p_operation_id, result);
end
$$;

comment on function process_album_atomic(jsonb, text, text) is
    'Stores an album {name, artist_id, album_group, release_date, cover_url, metadata} and that it is this artist''s too: {album_id, created, operation_id}. The same operation id again changes nothing and answers the same';

create or replace function choose_representatives(p_song_ids uuid[]) returns void
language sql
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
            case jsonb_typeof(t.metadata -> 'versions') when 'array' then jsonb_array_length(t.metadata -> 'versions') else 0 end,
            a.release_date nulls last,
            t.spotify_id collate "C",
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

-- A row stays with most of its tracks when songs are sorted anew, because its evidence and what people said of it belong
-- to these tracks, not to the name.
create or replace function regroup_songs(p_artist_id uuid, p_tracks jsonb) returns uuid[]
language plpgsql
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
        require_short_text('song', s ->> 'song', 500),
        require_spotify_id('spotify_id', s ->> 'spotify_id')
    from jsonb_array_elements(p_tracks) as s;

    v_rows := array(
        select n.id
        from normalized_tracks n
        where n.artist_id = p_artist_id
            and (
                n.normalized_name in (select s ->> 'song' from jsonb_array_elements(p_tracks) as s)
                or n.id in (
                    select t.song_id
                    from tracks t
                    where t.spotify_id in (select s ->> 'spotify_id' from jsonb_array_elements(p_tracks) as s)))
        order by n.normalized_name
        for update);

    for v_part in
        select s.song as name, n.id
        from jsonb_to_recordset(p_tracks) as s (song text, spotify_id text)
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
    set normalized_name = 'moving ' || n.id
    where n.id = any (v_rows)
        and not exists (
            select
            from unnest(v_names, v_kept) as k (name, id)
            where k.id = n.id
                and k.name = n.normalized_name);
    update normalized_tracks n
    set normalized_name = k.name
    from unnest(v_names, v_kept) as k (name, id)
    where n.id = k.id
        and n.normalized_name <> k.name;
    insert into normalized_tracks (artist_id, normalized_name)
    select distinct p_artist_id, s ->> 'song'
    from jsonb_array_elements(p_tracks) as s
    order by s ->> 'song'
    on conflict (artist_id, normalized_name) do nothing;

    with moved as (
        update tracks t
        set song_id = n.id
        from jsonb_to_recordset(p_tracks) as s (song text, spotify_id text)
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
    'Sorts tracks of an artist that are stored anew into songs: p_tracks is an array of {spotify_id, song}, where song is the name of the song it is to belong to, with all tracks of the songs concerned. Songs that are left without tracks are forgotten. Returns the songs concerned';

-- One statement a table. Songs are locked first and in the order of their names, so that two pages of the same artist
-- cannot wait for each other, and so that identifying a song and adding a track to it come one after the other: the
-- track then either is seen by the identification or finds its result here.
create or replace function store_tracks(p_tracks jsonb[], p_album_id uuid, p_artist_id uuid)
returns table (place bigint, track_id uuid, name text, spotify_id text, song_id uuid, identified boolean, created boolean)
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    stored jsonb;
begin
    perform require_artist('artist_id', p_artist_id);
    if not exists (select from albums where id = p_album_id) then
        perform raise_unknown('album_id', 'album', p_album_id::text);
    end if;

    with given as materialized (
        select
            item.place,
            require_name(require_object(format('p_track_data[%s]', item.place), item.data)) as name,
            require_spotify_id('spotify_id', field_text(item.data, 'spotify_id')) as spotify_id,
            -- A unique index cannot hold longer ones.
            left(coalesce(field_text(item.data, 'normalized_name'), search_key(require_name(item.data))), 500)
                as song_name,
            field_integer(item.data, 'duration_ms', 0, 2147483647) as duration_ms,
            ascii_upper(field_short_text(item.data, 'isrc', 50)) as isrc,
            field_integer(item.data, 'popularity', 0, 100) as popularity,
            field_text(item.data, 'spotify_preview_url') as preview_url,
            field_object(item.data, 'metadata') as metadata
        from unnest(p_tracks) with ordinality as item (data, place)
    ),
    songs as (
        insert into normalized_tracks (artist_id, normalized_name)
        select p_artist_id, song_name
        from given
        group by song_name
        order by song_name
        on conflict (artist_id, normalized_name) do update
        set updated_at = now()
        returning id, normalized_name
    ),
    -- A page that names a track twice means the last one.
    rows as (
        select distinct on (g.spotify_id)
            g.spotify_id, g.name, g.duration_ms, g.isrc, g.popularity, g.preview_url, g.metadata, s.id as song_id
        from given g
        join songs s on s.normalized_name = g.song_name
        order by g.spotify_id, g.place desc
    ),
    earlier as (
        select t.spotify_id, t.song_id
        from tracks t
        join rows r on r.spotify_id = t.spotify_id
    ),
    upserted as (
        insert into tracks as t (
            album_id, song_id, name, spotify_id, isrc, duration_ms, popularity, spotify_preview_url, metadata)
        select p_album_id, song_id, name, spotify_id, isrc, duration_ms, popularity, preview_url, metadata
        from rows
        order by spotify_id
        on conflict (spotify_id) do update
        set album_id = excluded.album_id,
            song_id = excluded.song_id,
            name = excluded.name,
            isrc = coalesce(excluded.isrc, t.isrc),
            duration_ms = coalesce(excluded.duration_ms, t.duration_ms),
            popularity = coalesce(excluded.popularity, t.popularity),
            spotify_preview_url = coalesce(excluded.spotify_preview_url, t.spotify_preview_url),
            metadata = t.metadata || excluded.metadata
        returning id, name, spotify_id, song_id, xmax = 0 as created
    )
    select coalesce(
        jsonb_agg(jsonb_build_object(
            'place', g.place,
            'track_id', u.id,
            'name', u.name,
            'spotify_id', u.spotify_id,
            'song_id', u.song_id,
            'left_id', e.song_id,
            'created', u.created,
            'joined', e.song_id is distinct from u.song_id)),
        '[]')
    into stored
    from given g
    join upserted u on u.spotify_id = g.spotify_id
    left join earlier e on e.spotify_id = u.spotify_id;

    perform choose_representatives(array(
        select distinct s.id
        from jsonb_to_recordset(stored) as track (song_id uuid, left_id uuid)
        cross join unnest(array[track.song_id, track.left_id]) as s (id)));

    perform apply_songs_credits(array(
        select distinct s.song_id
        from jsonb_to_recordset(stored) as s (song_id uuid, joined boolean)
        join processing_status p on p.entity_type = 'song' and p.entity_id = s.song_id::text
        where s.joined
            and p.state = 'COMPLETED'));

    return query
        select
            s.place, s.track_id, s.name, s.spotify_id, s.song_id,
            song_is_identified(s.song_id),
            s.created
        from jsonb_to_recordset(stored) as s (
            place bigint, track_id uuid, name text, spotify_id text, song_id uuid, created boolean)
        order by s.place;
end
$$;

comment on function store_tracks(jsonb[], uuid, uuid) is
    'Stores tracks of an album with their songs, and gives tracks of songs that are identified already their credits. One row a track, in the order given';

create or replace function process_track_atomic(p_track_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('track', p_operation_id);
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_track_data', p_track_data);
    perform require_spotify_id('p_spotify_id', p_spotify_id);
    select jsonb_build_object(
        'track_id', s.track_id,
        'created', s.created,
        'operation_id', p_operation_id,
        'song_id', s.song_id,
        'identified', s.identified)
    into result
    from store_tracks(
        array[p_track_data || jsonb_build_object('spotify_id', p_spotify_id)],
        field_uuid(p_track_data, 'album_id'),
        coalesce(
            field_uuid(p_track_data, 'artist_id'),
            (select a.artist_id from albums a where a.id = field_uuid(p_track_data, 'album_id')))) as s;
    return remember_result('track', p_operation_id, result);
end
$$;

comment on function process_track_atomic(jsonb, text, text) is
    'Stores a track {name, album_id, artist_id, normalized_name, duration_ms, isrc, popularity, spotify_preview_url, metadata} with its song: {track_id, created, operation_id, song_id, identified}. The same operation id again changes nothing and answers the same';

create or replace function process_track_batch(p_track_data jsonb[], p_album_id uuid, p_artist_id uuid) returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(p_track_data is not null, 'p_track_data', null, 'not be null');
    return (
        select jsonb_build_object(
            'processed', count(*),
            'results', coalesce(
                jsonb_agg(
                    jsonb_build_object(
                        'track_id', s.track_id,
                        'name', s.name,
                        'spotify_id', s.spotify_id,
                        'song_id', s.song_id,
                        'identified', s.identified)
                    order by s.place),
                '[]'))
        from store_tracks(p_track_data, p_album_id, p_artist_id) as s
    );
end
$$;

comment on function process_track_batch(jsonb[], uuid, uuid) is
    'Stores the tracks of an album, all or none: {processed, results: [{track_id, name, spotify_id, song_id, identified}]} in the order given. A bad track raises';

create or replace function process_producer_atomic(
    p_producer_data jsonb,
    p_operation_id text,
    p_normalized_name text
) returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('producer', p_operation_id);
    stored_id uuid;
    root_id uuid;
    inserted boolean;
    before producers;
    key_before text;
    -- What follows the tilde tells namesakes apart.
    name_key text := split_part(p_normalized_name, ' ~', 1);
    renamed boolean;
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_producer_data', p_producer_data);
    perform require_short_text('p_normalized_name', p_normalized_name, 500);

    perform lock_producers();
    select p.id, coalesce(p.merged_into, p.id)
    into stored_id, root_id
    from producers p
    where p.first_key = p_normalized_name
        or p.normalized_name = p_normalized_name
    order by coalesce(p.first_key, p.normalized_name) = p_normalized_name desc
    limit 1;
    inserted := not found;
    if inserted then
        insert into producers (name, normalized_name)
        values (require_name(p_producer_data), p_normalized_name)
        returning id, id
        into stored_id, root_id;
    end if;

    select p.*
    into before
    from producers p
    where p.id = root_id;
    key_before := shown_key(root_id);
    renamed := root_id = stored_id and key_before <> name_key;

    -- A name that turned out to be somebody's other name belongs to that person.
    update producers as p
    set name = case when root_id = stored_id then require_name(p_producer_data) else p.name end,
        email = coalesce(field_text(p_producer_data, 'email'), p.email),
        image_url = coalesce(field_text(p_producer_data, 'image_url'), p.image_url),
        instagram_handle = coalesce(field_text(p_producer_data, 'instagram_handle'), p.instagram_handle),
        instagram_bio = coalesce(field_text(p_producer_data, 'instagram_bio'), p.instagram_bio),
        metadata = p.metadata
            || field_object(p_producer_data, 'metadata')
            || case when renamed then jsonb_build_object('name_key', name_key) else '{}' end
    where p.id = root_id
    returning jsonb_build_object('producer_id', p.id, 'created', inserted, 'operation_id', p_operation_id)
    into result;

    if renamed then
        -- The key follows the name that is shown, and the name so far is one of the others from now on.
        insert into producer_aliases (producer_id, alias, alias_key, source)
        values (root_id, before.name, key_before, coalesce(before.metadata ->> 'name_from', 'unknown'))
        on conflict (producer_id, alias_key) do nothing;
        perform name_producers(key_before);
        perform name_producers(name_key);
    end if;

    return remember_result('producer', p_operation_id, result);
end
$$;

comment on function process_producer_atomic(jsonb, text, text) is
    'Stores a producer {name, email, image_url, instagram_handle, instagram_bio, metadata} under a normalised name: {producer_id, created, operation_id}. The same operation id again changes nothing and answers the same';

revoke all on function
    earlier_result(text, text),
    remember_result(text, text, jsonb),
    require_name(jsonb),
    require_spotify_id(text, text),
    process_artist_atomic(jsonb, text, text),
    choose_album_artist(uuid),
    process_album_atomic(jsonb, text, text),
    choose_representatives(uuid[]),
    forget_empty_songs(uuid[]),
    regroup_songs(uuid, jsonb),
    store_tracks(jsonb[], uuid, uuid),
    process_track_atomic(jsonb, text, text),
    process_track_batch(jsonb[], uuid, uuid),
    process_producer_atomic(jsonb, text, text)
from public;

grant execute on function
    earlier_result(text, text),
    remember_result(text, text, jsonb),
    require_name(jsonb),
    require_spotify_id(text, text),
    process_artist_atomic(jsonb, text, text),
    choose_album_artist(uuid),
    process_album_atomic(jsonb, text, text),
    choose_representatives(uuid[]),
    forget_empty_songs(uuid[]),
    regroup_songs(uuid, jsonb),
    store_tracks(jsonb[], uuid, uuid),
    process_track_atomic(jsonb, text, text),
    process_track_batch(jsonb[], uuid, uuid),
    process_producer_atomic(jsonb, text, text)
to pipeline_worker;
