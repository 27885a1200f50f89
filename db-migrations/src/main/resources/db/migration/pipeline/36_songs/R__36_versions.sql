-- Whether a song is identified as it is now.

create or replace function song_has_new_albums(p_song_id uuid, p_now timestamptz) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select 1
        from tracks t
        join albums a on a.id = t.album_id
        left join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
        where t.song_id = p_song_id
            and a.spotify_id is not null
            -- Else it is known which release it is.
            and a.musicbrainz_id is null
            and (l.album_id is null or l.ask_again_at <= p_now))
$$;

comment on function song_has_new_albums(uuid, timestamptz) is
    'True when a song is on an album that was not looked up yet, or whose look-up is due again';

create or replace function song_version(p_song_id uuid) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select md5(jsonb_build_array(
        exists (
            select
            from normalized_tracks s
            join normalized_tracks o on o.artist_id = s.artist_id and o.id <> s.id
            where s.id = p_song_id
                and o.title_key = s.title_key),
        (
            select jsonb_agg(
                jsonb_build_array(
                    t.spotify_id, t.name, t.isrc, t.duration_ms,
                    t.metadata -> 'disc_number', t.metadata -> 'track_number', t.metadata -> 'artists',
                    a.spotify_id, a.name, a.release_date)
                    || case
                        when t.musicbrainz_id is null and a.musicbrainz_id is null then '[]'
                        else jsonb_build_array(t.musicbrainz_id, a.musicbrainz_id)
                    end
                order by t.spotify_id, t.musicbrainz_id, a.musicbrainz_id, t.id)
            from tracks t
            join albums a on a.id = t.album_id
            where t.song_id = p_song_id))::text)
$$;

comment on function song_version(uuid) is
    'Stands for all that sources are asked about a song with: its tracks, their albums, and whether the artist has another song of the title. Another value means that they may answer otherwise';

create or replace function song_is_identified(p_song_id uuid) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select
        from processing_status s
        where s.entity_type = 'song'
            and s.entity_id = p_song_id::text
            and s.state = 'COMPLETED'
            -- Whatever was found out before versions were noted holds as long as nothing is due.
            and (
                s.metadata ->> 'version' is null
                or s.metadata ->> 'version' = song_version(p_song_id)))
        and (
            exists (
                select
                from tracks t
                join track_producers tp on tp.track_id = t.id
                join credit_roles r on r.label = tp.role and r.produces
                where t.song_id = p_song_id)
            or not song_has_new_albums(p_song_id, now()))
$$;

comment on function song_is_identified(uuid) is
    'True when a song needs no identification: it ended with the tracks that the song has now, and unless a producer was found, the song is on no album that could tell more';

create or replace function songs_to_identify(p_song_ids uuid[])
returns table (song_id uuid, version text, track_id uuid, track_name text, album_id uuid, artist_id uuid, identified boolean)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with concerned as (
        select
            n.id,
            song_is_identified(n.id) as identified
        from normalized_tracks n
        where n.id = any (p_song_ids)
        union
        -- A second song of a title makes the title no proof any more, for the first one either.
        select
            s.id,
            false
        from normalized_tracks o
        join normalized_tracks s
            on s.artist_id = o.artist_id
            and s.title_key = o.title_key
            and s.id <> all (p_song_ids)
        where o.id = any (p_song_ids)
            and not song_is_identified(s.id)
    )
    select
        s.id,
        song_version(s.id),
        t.id,
        t.name,
        t.album_id,
        s.artist_id,
        c.identified
    from concerned c
    join normalized_tracks s on s.id = c.id
    join tracks t on t.id = s.representative_track_id
    order by
        s.normalized_name,
        s.id
$$;

comment on function songs_to_identify(uuid[]) is
    'These songs, and those of the same artist and title that need to be identified anew, each with the track that stands for it and whether it is identified as it is now';
