-- Storing tracks with their songs.

-- One statement a table. The album is locked first, so that two who store the same page come one after the other, then
-- the songs in the order of their names, so that two pages of the same artist cannot wait for each other, and so that
-- identifying a song and adding a track to it come one after the other: the track then either is seen by the
-- identification or finds its result here.
create or replace function store_tracks(p_tracks jsonb[], p_album_id uuid, p_artist_id uuid)
returns table (place bigint, track_id uuid, name text, spotify_id text, song_id uuid, identified boolean, created boolean)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    v_album_id uuid := kept_row(p_album_id);
    v_artist_id uuid := kept_row(p_artist_id);
    v_catalogue text;
    v_given given_track[];
    stored jsonb;
begin
    perform require_artist('artist_id', v_artist_id);
    perform
    from albums a
    where a.id = v_album_id
    for no key update;
    if not found then
        perform raise_unknown('album_id', 'album', p_album_id::text);
    end if;

    select g.given, g.catalogue
    into v_given, v_catalogue
    from read_given_tracks(p_tracks) as g;
    with songs as (
        insert into normalized_tracks (artist_id, title_key, seconds)
        select distinct on (song_name(g.title_key, g.seconds)) v_artist_id, g.title_key, g.seconds
        from unnest(v_given) as g
        order by
            song_name(g.title_key, g.seconds),
            g.title_key
        on conflict (artist_id, normalized_name) do update
        set updated_at = now()
        returning id, normalized_name
    )
    select array_agg(
        row(
            g.place, g.name, g.spotify_id, g.musicbrainz_id, g.title_key, g.seconds, g.duration_ms, g.isrc,
            g.popularity, g.preview_url, g.metadata, s.id)::given_track
        order by g.place)
    into v_given
    from unnest(v_given) as g
    join songs s on s.normalized_name = song_name(g.title_key, g.seconds);

    perform join_given_tracks(v_given, v_catalogue, v_album_id);
    if v_catalogue = 'musicbrainz' then
        stored := store_musicbrainz_tracks(v_given, v_album_id);
    else
        stored := store_spotify_tracks(v_given, v_album_id);
    end if;

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
    perform given_spotify_id('p_spotify_id', p_spotify_id, given_musicbrainz_id(p_track_data));
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
    'Stores a track {name, album_id, artist_id, title_key (of its song, or normalized_name), seconds (null for the first song of the title), duration_ms, isrc, popularity, spotify_preview_url, metadata, musicbrainz_id, spotify_ids, catalogue} with its song: {track_id, created, operation_id, song_id, identified}. p_spotify_id may be null where musicbrainz_id is given. The same operation id again changes nothing and answers the same';

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
                        'musicbrainz_id', p_track_data[s.place::integer] ->> 'musicbrainz_id',
                        'song_id', s.song_id,
                        'identified', s.identified)
                    order by s.place),
                '[]'))
        from store_tracks(p_track_data, p_album_id, p_artist_id) as s
    );
end
$$;

comment on function process_track_batch(jsonb[], uuid, uuid) is
    'Stores the tracks of an album, all or none: {processed, results: [{track_id, name, spotify_id, musicbrainz_id, song_id, identified}]} in the order given. A bad track raises';
