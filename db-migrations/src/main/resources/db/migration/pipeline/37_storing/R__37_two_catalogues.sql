-- The rows of tracks, as one of the two catalogues tells them. Only under the album's lock (store_tracks).

create or replace function store_spotify_tracks(p_given given_track[], p_album_id uuid) returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    stored jsonb;
begin
    -- A page that names a track twice means the last one.
    with rows as (
        select distinct on (g.spotify_id)
            g.spotify_id, g.musicbrainz_id, g.name, g.duration_ms, g.isrc, g.popularity, g.preview_url, g.metadata, g.song_id
        from unnest(p_given) as g
        order by g.spotify_id, g.place desc
    ),
    earlier as (
        select t.spotify_id, t.song_id
        from tracks t
        join rows r on r.spotify_id = t.spotify_id
    ),
    upserted as (
        insert into tracks as t (
            album_id, song_id, name, spotify_id, musicbrainz_id, isrc, duration_ms, popularity, spotify_preview_url,
            metadata)
        select
            p_album_id, song_id, name, spotify_id, musicbrainz_id, isrc, duration_ms, popularity, preview_url, metadata
        from rows
        order by spotify_id
        on conflict (spotify_id) do update
        set album_id = excluded.album_id,
            song_id = excluded.song_id,
            -- The recording was found on the album that the track was on.
            musicbrainz_id = case
                when t.album_id = excluded.album_id then coalesce(t.musicbrainz_id, excluded.musicbrainz_id)
                else excluded.musicbrainz_id
            end,
            name = excluded.name,
            isrc = coalesce(excluded.isrc, t.isrc),
            duration_ms = coalesce(excluded.duration_ms, t.duration_ms),
            popularity = coalesce(excluded.popularity, t.popularity),
            spotify_preview_url = coalesce(excluded.spotify_preview_url, t.spotify_preview_url),
            metadata = case
                when t.from_musicbrainz is null then t.metadata || excluded.metadata
                else open_words(
                    t.from_musicbrainz || text 'name' || array(select jsonb_object_keys(excluded.metadata)),
                    t.metadata,
                    excluded.metadata)
            end,
            from_musicbrainz = case
                when t.from_musicbrainz is not null then words_left(t.from_musicbrainz, words_in(
                    jsonb_build_object(
                        'name', excluded.name,
                        'isrc', excluded.isrc,
                        'duration_ms', excluded.duration_ms,
                        'popularity', excluded.popularity,
                        'spotify_preview_url', excluded.spotify_preview_url),
                    excluded.metadata))
            end
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
    from unnest(p_given) as g
    join upserted u on u.spotify_id = g.spotify_id
    left join earlier e on e.spotify_id = u.spotify_id;
    return stored;
end
$$;

comment on function store_spotify_tracks(given_track[], uuid) is
    'Stores tracks as Spotify tells them; returns an array of {place, track_id, name, spotify_id, song_id, left_id (the former song), created, joined}';

create or replace function words_of_track(p_track tracks) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return words_in(
        jsonb_build_object(
            'name', p_track.name,
            'isrc', p_track.isrc,
            'duration_ms', p_track.duration_ms,
            'popularity', p_track.popularity,
            'spotify_preview_url', p_track.spotify_preview_url),
        p_track.metadata);
end
$$;

comment on function words_of_track(tracks) is 'What catalogues say of a track, columns and metadata in one object';

create or replace function store_musicbrainz_tracks(p_given given_track[], p_album_id uuid) returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    stored jsonb;
begin
    with rows as (
        select distinct on (g.musicbrainz_id)
            g.musicbrainz_id, g.name, g.duration_ms, g.isrc, g.metadata, g.song_id,
            words_in(jsonb_build_object('name', g.name, 'isrc', g.isrc, 'duration_ms', g.duration_ms), g.metadata) as words
        from unnest(p_given) as g
        order by g.musicbrainz_id, g.place desc
    ),
    earlier as (
        select t.musicbrainz_id, t.song_id
        from tracks t
        join rows r on r.musicbrainz_id = t.musicbrainz_id
        where t.album_id = p_album_id
    ),
    upserted as (
        insert into tracks as t (
            album_id, song_id, name, musicbrainz_id, isrc, duration_ms, metadata, from_musicbrainz)
        select
            p_album_id, song_id, name, musicbrainz_id, isrc, duration_ms, metadata,
            words_of_musicbrainz(null, '{}', words)
        from rows
        order by musicbrainz_id
        on conflict (musicbrainz_id, album_id) where musicbrainz_id is not null do update
        set song_id = excluded.song_id,
            name = open_word(t.from_musicbrainz, 'name', t.name, excluded.name),
            isrc = open_word(t.from_musicbrainz, 'isrc', t.isrc, excluded.isrc),
            duration_ms = open_word(t.from_musicbrainz, 'duration_ms', t.duration_ms, excluded.duration_ms),
            metadata = open_words(t.from_musicbrainz, t.metadata, excluded.metadata),
            from_musicbrainz = words_of_musicbrainz(t.from_musicbrainz, words_of_track(t), words_of_track(excluded))
        returning id, name, spotify_id, musicbrainz_id, song_id, xmax = 0 as created
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
    from unnest(p_given) as g
    join upserted u on u.musicbrainz_id = g.musicbrainz_id
    left join earlier e on e.musicbrainz_id = u.musicbrainz_id;
    return stored;
end
$$;

comment on function store_musicbrainz_tracks(given_track[], uuid) is
    'store_spotify_tracks for tracks as MusicBrainz tells them: Spotify''s word stays where it gave one';
