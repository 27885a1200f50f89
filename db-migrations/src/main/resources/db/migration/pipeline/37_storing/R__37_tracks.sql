-- Storing tracks with their songs.

-- One statement a table. Songs are locked first and in the order of their names, so that two pages of the same artist
-- cannot wait for each other, and so that identifying a song and adding a track to it come one after the other: the
-- track then either is seen by the identification or finds its result here.
create or replace function store_tracks(p_tracks jsonb[], p_album_id uuid, p_artist_id uuid)
returns table (place bigint, track_id uuid, name text, spotify_id text, song_id uuid, identified boolean, created boolean)
language plpgsql
security definer
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
            left(
                coalesce(
                    field_text(item.data, 'title_key'),
                    field_text(item.data, 'normalized_name'),
                    search_key(require_name(item.data))),
                500) as title_key,
            field_integer(item.data, 'seconds', 0, 2147483647) as seconds,
            field_integer(item.data, 'duration_ms', 0, 2147483647) as duration_ms,
            ascii_upper(field_short_text(item.data, 'isrc', 50)) as isrc,
            field_integer(item.data, 'popularity', 0, 100) as popularity,
            field_text(item.data, 'spotify_preview_url') as preview_url,
            field_object(item.data, 'metadata') as metadata
        from unnest(p_tracks) with ordinality as item (data, place)
    ),
    songs as (
        insert into normalized_tracks (artist_id, title_key, seconds)
        select distinct on (song_name(title_key, seconds)) p_artist_id, title_key, seconds
        from given
        order by
            song_name(title_key, seconds),
            title_key
        on conflict (artist_id, normalized_name) do update
        set updated_at = now()
        returning id, normalized_name
    ),
    -- A page that names a track twice means the last one.
    rows as (
        select distinct on (g.spotify_id)
            g.spotify_id, g.name, g.duration_ms, g.isrc, g.popularity, g.preview_url, g.metadata, s.id as song_id
        from given g
        join songs s on s.normalized_name = song_name(g.title_key, g.seconds)
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
    'Stores a track {name, album_id, artist_id, title_key (of its song, or normalized_name), seconds (null for the first song of the title), duration_ms, isrc, popularity, spotify_preview_url, metadata} with its song: {track_id, created, operation_id, song_id, identified}. The same operation id again changes nothing and answers the same';

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
