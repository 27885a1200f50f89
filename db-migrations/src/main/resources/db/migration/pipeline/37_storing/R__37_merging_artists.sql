-- Artists that turn out to be one.

create or replace function merge_songs_of_artists(p_keep uuid, p_gone uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_pair record;
begin
    for v_pair in
        select
            k.id as keep,
            g.id as gone
        from normalized_tracks g
        join normalized_tracks k on k.artist_id = p_keep and k.normalized_name = g.normalized_name
        where g.artist_id = p_gone
        order by g.normalized_name
    loop
        perform merge_songs(v_pair.keep, v_pair.gone);
    end loop;
    update normalized_tracks
    set artist_id = p_keep
    where artist_id = p_gone;
    -- They are one artist less for whom somebody worked.
    insert into stale_summaries (producer_id)
    select distinct c.producer_id
    from normalized_tracks n
    join tracks t on t.song_id = n.id
    join track_producers c on c.track_id = t.id
    where n.artist_id = p_keep;
end
$$;

comment on function merge_songs_of_artists(uuid, uuid) is
    'Gives an artist another one''s songs; those of one name become one, until they are sorted anew';

create or replace function merge_artists(p_keep uuid, p_gone uuid) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- As Spotify tells it, and as MusicBrainz does.
    one artists;
    other artists;
    v_album uuid;
begin
    perform lock_songs(array[p_keep, p_gone]);
    perform lock_catalogue_ids('album', array[p_keep::text, p_gone::text]);
    perform
    from artists a
    where a.id in (p_keep, p_gone)
    order by a.id
    for update;
    select a.*
    into one
    from artists a
    where a.id in (p_keep, p_gone)
    order by not spotify_knows(a.spotify_id, a.from_musicbrainz), a.id <> p_keep
    limit 1;
    select a.*
    into other
    from artists a
    where a.id in (p_keep, p_gone)
        and a.id <> one.id;
    perform case when not exists (select from artists a where a.id = k.id) then raise_unknown(k.name, 'artist', k.id::text) end
    from (values ('p_keep', p_keep), ('p_gone', p_gone)) as k (name, id);
    perform check_argument(p_keep <> p_gone, 'p_gone', p_gone::text, 'name another artist than p_keep');
    perform check_argument(
        not spotify_knows(other.spotify_id, other.from_musicbrainz),
        'p_gone',
        p_gone::text,
        'name an artist who is not another one than p_keep at Spotify');

    perform merge_songs_of_artists(p_keep, p_gone);
    update albums
    set artist_id = p_keep
    where artist_id = p_gone;
    insert into artist_albums as l (artist_id, album_id, album_group)
    select p_keep, g.album_id, g.album_group
    from artist_albums g
    where g.artist_id = p_gone
    on conflict (artist_id, album_id) do update
    set album_group = case one.id when p_gone then excluded.album_group else l.album_group end;
    update run_outcomes
    set artist_id = p_keep
    where artist_id = p_gone;
    update former_artist_ids
    set artist_id = p_keep
    where artist_id = p_gone;
    insert into former_artist_ids (musicbrainz_id, artist_id)
    select g.musicbrainz_id, p_keep
    from artists g
    join artists k on k.id = p_keep
    where g.id = p_gone
        and g.musicbrainz_id <> k.musicbrainz_id
    on conflict (musicbrainz_id) do update
    set artist_id = excluded.artist_id;
    insert into artist_lookups (artist_id, source, source_artist_id, looked_at, ask_again_at)
    select p_keep, g.source, g.source_artist_id, g.looked_at, g.ask_again_at
    from artist_lookups g
    where g.artist_id = p_gone
    on conflict (artist_id, source) do nothing;
    insert into song_lists (artist_id, source, source_artist_id, songs, conclusive, observed_at, ask_again_at)
    select p_keep, g.source, g.source_artist_id, g.songs, g.conclusive, g.observed_at, g.ask_again_at
    from song_lists g
    where g.artist_id = p_gone
    on conflict (artist_id, source) do nothing;
    insert into catalogue_listings (artist_id, catalogue, releases, left_out, listed_at, list_again_at)
    select p_keep, g.catalogue, g.releases, g.left_out, g.listed_at, g.list_again_at
    from catalogue_listings g
    where g.artist_id = p_gone
    on conflict (artist_id, catalogue) do nothing;
    delete from artists
    where id = p_gone;
    update artists a
    set spotify_id = coalesce(one.spotify_id, other.spotify_id),
        musicbrainz_id = case one.id when p_keep then coalesce(one.musicbrainz_id, other.musicbrainz_id) else coalesce(other.musicbrainz_id, one.musicbrainz_id) end,
        name = open_word(one.from_musicbrainz, 'name', one.name, other.name),
        followers = open_word(one.from_musicbrainz, 'followers', one.followers, other.followers),
        popularity = open_word(one.from_musicbrainz, 'popularity', one.popularity, other.popularity),
        image_url = open_word(one.from_musicbrainz, 'image_url', one.image_url, other.image_url),
        metadata = open_words(one.from_musicbrainz, one.metadata, other.metadata),
        from_musicbrainz = words_of_musicbrainz(one.from_musicbrainz, words_of_artist(one), words_of_artist(other)),
        created_at = least(one.created_at, other.created_at)
    where a.id = p_keep;
    perform note_merge(p_keep, p_gone);

    for v_album in
        select l.album_id
        from artist_albums l
        join albums a on a.id = l.album_id
        where l.artist_id = p_keep
            and not spotify_knows(a.spotify_id, a.from_musicbrainz)
        order by a.musicbrainz_id
    loop
        perform join_album(v_album, p_keep);
    end loop;
    perform choose_album_artist(l.album_id)
    from artist_albums l
    where l.artist_id = p_keep;
end
$$;

comment on function merge_artists(uuid, uuid) is
    'Makes an artist part of another, with albums, songs, runs and what sources were asked: of the two at most one is known to Spotify. Spotify''s word stands; an id of MusicBrainz that is given up leads to p_keep. The songs are to be sorted anew after it';

create or replace function artists_of_the_name(p_artist_id uuid) returns setof uuid
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_artist artists;
begin
    select a.*
    into v_artist
    from artists a
    where a.id = p_artist_id;
    -- Two questions, because an index serves each: that an id is not null nearly every row answers.
    if v_artist.musicbrainz_id is null then
        return query
            select o.id
            from artists o
            where not spotify_knows(o.spotify_id, o.from_musicbrainz)
                and o.musicbrainz_id <> ''
                and left(search_key(o.name), 200) collate "C" = left(search_key(v_artist.name), 200);
    elsif not spotify_knows(v_artist.spotify_id, v_artist.from_musicbrainz) then
        return query
            select o.id
            from artists o
            where o.musicbrainz_id is null
                and o.spotify_id <> ''
                and left(search_key(o.name), 200) collate "C" = left(search_key(v_artist.name), 200);
    end if;
end
$$;

comment on function artists_of_the_name(uuid) is
    'Those of an artist''s name that only the other catalogue knows: none for an artist that both know';

create or replace function join_artist(p_artist_id uuid) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_other uuid;
    v_kept uuid;
begin
    select o.id
    into v_other
    from artists_of_the_name(p_artist_id) as o (id)
    where (
        select count(*)
        from (
            select t.isrc
            from normalized_tracks n
            join tracks t on t.song_id = n.id
            where n.artist_id = p_artist_id
                and t.isrc is not null
            intersect
            select t.isrc
            from normalized_tracks n
            join tracks t on t.song_id = n.id
            where n.artist_id = o.id
                and t.isrc is not null
        ) as shared) >= 2
    order by o.id
    limit 1;
    if v_other is not null then
        v_kept := older_row(p_artist_id, v_other);
        perform merge_artists(v_kept, younger_row(p_artist_id, v_other));
    end if;
    return v_kept;
end
$$;

comment on function join_artist(uuid) is
    'Makes an artist that only one catalogue knows one with that of the same name whom only the other knows, where they have two ISRCs in common; returns the artist that stays, whose songs are then to be sorted anew, or null';
