-- Rows of the catalogue that turn out to be one: what refers to one of them refers to the other from then on, and nothing
-- is lost or doubled. Which of the two stays is the caller's choice; what the row then says does not depend on it.

create or replace function note_merge(p_keep uuid, p_gone uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update merged_rows
    set kept_id = p_keep
    where kept_id = p_gone;
    insert into merged_rows (gone_id, kept_id)
    values (p_gone, p_keep);
end
$$;

comment on function note_merge(uuid, uuid) is 'Lets kept_row lead from a row that is gone to the one that it is part of';

create or replace function merge_songs(p_keep uuid, p_gone uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update tracks
    set song_id = p_keep
    where song_id = p_gone;
    update credit_evidence e
    set song_id = p_keep
    where e.song_id = p_gone
        and not exists (
            select
            from credit_evidence o
            where o.song_id = p_keep
                and o.source = e.source
                and o.outcome = e.outcome
                and o.source_song_id is not distinct from e.source_song_id
                and o.source_person_id is not distinct from e.source_person_id
                and o.name_key is not distinct from e.name_key
                and o.raw_role is not distinct from e.raw_role);
    update corrections c
    set subject = p_keep
    where c.subject = p_gone
        and (
            c.reverted_at is not null
            or not exists (
                select
                from corrections o
                where o.kind = c.kind
                    and o.subject = p_keep
                    and o.object = c.object
                    and o.role is not distinct from c.role
                    and o.reverted_at is null));
    -- What is left says the same of the same.
    delete from corrections
    where subject = p_gone;
    delete from processing_status
    where entity_type = 'song'
        and entity_id = p_gone::text;
    delete from normalized_tracks
    where id = p_gone;
    perform note_merge(p_keep, p_gone);
    perform choose_representatives(array[p_keep]);
    perform apply_songs_credits(array[p_keep]);
end
$$;

comment on function merge_songs(uuid, uuid) is
    'Makes a song part of another, with its tracks, its evidence and what people said of it';

create or replace function merge_tracks(p_keep uuid, p_gone uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- As Spotify tells it, and as MusicBrainz does.
    one tracks;
    other tracks;
begin
    perform
    from tracks t
    where t.id in (p_keep, p_gone)
    order by t.id
    for update;
    select t.*
    into one
    from tracks t
    where t.id in (p_keep, p_gone)
    order by t.spotify_id is null, t.id <> p_keep
    limit 1;
    select t.*
    into other
    from tracks t
    where t.id in (p_keep, p_gone)
        and t.id <> one.id;
    delete from tracks
    where id = p_gone;
    update tracks t
    set album_id = one.album_id,
        song_id = coalesce(one.song_id, other.song_id),
        spotify_id = one.spotify_id,
        musicbrainz_id = coalesce(one.musicbrainz_id, other.musicbrainz_id),
        name = open_word(one.from_musicbrainz, 'name', one.name, other.name),
        isrc = open_word(one.from_musicbrainz, 'isrc', one.isrc, other.isrc),
        duration_ms = open_word(one.from_musicbrainz, 'duration_ms', one.duration_ms, other.duration_ms),
        popularity = coalesce(one.popularity, other.popularity),
        spotify_preview_url = coalesce(one.spotify_preview_url, other.spotify_preview_url),
        metadata = open_words(one.from_musicbrainz, one.metadata, other.metadata),
        from_musicbrainz = words_of_musicbrainz(one.from_musicbrainz, words_of_track(one), words_of_track(other)),
        created_at = least(one.created_at, other.created_at)
    where t.id = p_keep;
    perform note_merge(p_keep, p_gone);
    if other.song_id <> one.song_id
        and not exists (
            select
            from tracks t
            where t.song_id = other.song_id)
    then
        perform merge_songs(one.song_id, other.song_id);
    else
        perform choose_representatives(array_remove(array[one.song_id, other.song_id], null));
        perform apply_songs_credits(array_remove(array[one.song_id, other.song_id], null));
    end if;
end
$$;

comment on function merge_tracks(uuid, uuid) is
    'Makes a track part of another: one of them is told of by Spotify alone, the other by MusicBrainz alone. Spotify''s word stands, and its song';

create or replace function merge_albums(p_keep uuid, p_gone uuid) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- As Spotify tells it, and as MusicBrainz does.
    one albums;
    other albums;
    v_given given_track[];
    v_pair record;
begin
    perform
    from albums a
    where a.id in (p_keep, p_gone)
    order by a.id
    for update;
    select a.*
    into one
    from albums a
    where a.id in (p_keep, p_gone)
    order by not spotify_knows(a.spotify_id, a.from_musicbrainz), a.id <> p_keep
    limit 1;
    select a.*
    into other
    from albums a
    where a.id in (p_keep, p_gone)
        and a.id <> one.id;
    perform case when not exists (select from albums a where a.id = k.id) then raise_unknown(k.name, 'album', k.id::text) end
    from (values ('p_keep', p_keep), ('p_gone', p_gone)) as k (name, id);
    perform check_argument(p_keep <> p_gone, 'p_gone', p_gone::text, 'name another album than p_keep');
    perform check_argument(
        not spotify_knows(other.spotify_id, other.from_musicbrainz)
            and coalesce(one.musicbrainz_id = other.musicbrainz_id, true),
        'p_gone',
        p_gone::text,
        'name an album that one catalogue knows, where p_keep names one that the other knows');

    v_given := array(
        select row(
            row_number() over (order by t.spotify_id collate "C"), t.name, t.spotify_id, t.musicbrainz_id,
            track_key(t.metadata, t.name), null, t.duration_ms, t.isrc, t.popularity, t.spotify_preview_url, t.metadata,
            t.song_id)::given_track
        from tracks t
        where t.album_id = one.id
            and t.spotify_id is not null);
    for v_pair in
        select
            t.id as one_id,
            m.track_id as other_id
        from match_tracks(v_given, 'spotify', other.id) as m
        join unnest(v_given) as g on g.place = m.place
        join tracks t on t.spotify_id = g.spotify_id
        union
        select
            t.id,
            o.id
        from tracks t
        join tracks o on o.musicbrainz_id = t.musicbrainz_id
        where t.album_id = one.id
            and o.album_id = other.id
    loop
        perform merge_tracks(older_row(v_pair.one_id, v_pair.other_id), younger_row(v_pair.one_id, v_pair.other_id));
    end loop;
    update tracks
    set album_id = p_keep
    where album_id = p_gone;

    insert into artist_albums as l (artist_id, album_id, album_group)
    select g.artist_id, p_keep, g.album_group
    from artist_albums g
    where g.album_id = p_gone
    on conflict (artist_id, album_id) do update
    set album_group = case one.id when p_gone then excluded.album_group else l.album_group end;
    insert into album_lookups (album_id, source, release_ids, looked_at, ask_again_at)
    select p_keep, g.source, g.release_ids, g.looked_at, g.ask_again_at
    from album_lookups g
    where g.album_id = p_gone
    on conflict (album_id, source) do nothing;
    delete from albums
    where id = p_gone;
    update albums a
    set spotify_id = coalesce(one.spotify_id, other.spotify_id),
        musicbrainz_id = coalesce(one.musicbrainz_id, other.musicbrainz_id),
        name = open_word(one.from_musicbrainz, 'name', one.name, other.name),
        release_date = open_word(one.from_musicbrainz, 'release_date', one.release_date, other.release_date),
        cover_url = open_word(one.from_musicbrainz, 'cover_url', one.cover_url, other.cover_url),
        metadata = open_words(one.from_musicbrainz, one.metadata, other.metadata),
        from_musicbrainz = words_of_musicbrainz(one.from_musicbrainz, words_of_album(one), words_of_album(other)),
        created_at = least(one.created_at, other.created_at)
    where a.id = p_keep;
    perform note_merge(p_keep, p_gone);
    perform choose_album_artist(p_keep);
    perform choose_representatives(array(
        select distinct t.song_id
        from tracks t
        where t.album_id = p_keep
            and t.song_id is not null));
end
$$;

comment on function merge_albums(uuid, uuid) is
    'Makes an album part of another, with its tracks and artists: one of them is known to Spotify alone, the other to MusicBrainz alone. Spotify''s word stands';
