-- Storing albums.

create or replace function choose_album_artist(p_album_id uuid) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
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
                or credit.artist ->> 'musicbrainz_id' = r.musicbrainz_id
        ) as named on true
        where l.album_id = p_album_id
        order by
            named.place nulls last,
            r.spotify_id collate "C" nulls last,
            r.musicbrainz_id collate "C" nulls last,
            l.artist_id
        limit 1
    ) as first
    where a.id = p_album_id
        and a.artist_id <> first.artist_id;
end
$$;

comment on function choose_album_artist(uuid) is
    'Gives an album to that of its known artists who is credited first, whichever was found first';

create or replace function words_of_album(p_album albums) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return words_in(
        jsonb_build_object(
            'name', p_album.name,
            'spotify_id', p_album.spotify_id,
            'release_date', p_album.release_date,
            'cover_url', p_album.cover_url),
        p_album.metadata);
end
$$;

comment on function words_of_album(albums) is 'What catalogues say of an album, columns and metadata in one object';

create or replace function barcode_of(p_metadata jsonb) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select nullif(ltrim(btrim(p_metadata ->> 'upc'), '0'), '')
$$;

comment on function barcode_of(jsonb) is 'The barcode in an album''s metadata without the zeros that some catalogues put before it';

create or replace function same_album(p_album albums, p_artist_id uuid, p_catalogue text) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return (
        with other as materialized (
            select
                a.id,
                barcode_of(a.metadata) = barcode_of(p_album.metadata) as same_barcode
            from artist_albums l
            join albums a on a.id = l.album_id
            where l.artist_id = p_artist_id
                and a.id is distinct from p_album.id
                and case p_catalogue
                    when 'spotify' then
                        not spotify_knows(a.spotify_id, a.from_musicbrainz)
                        and a.musicbrainz_id is not null
                    else a.musicbrainz_id is null and a.spotify_id is not null
                end
                and (
                    barcode_of(a.metadata) = barcode_of(p_album.metadata)
                    or (
                        -- What is linked to may be listed next.
                        (p_album.id is not null or p_catalogue = 'musicbrainz' or a.spotify_id is null)
                        and search_key(a.name) = search_key(p_album.name)
                        and a.metadata ->> 'total_tracks' = p_album.metadata ->> 'total_tracks'
                        and date_part('year', a.release_date) = date_part('year', p_album.release_date)))
        )
        select o.id
        from other o
        where o.same_barcode
            or (select count(*) from other) = 1
        order by o.same_barcode desc nulls last, o.id
        limit 1
    );
end
$$;

comment on function same_album(albums, uuid, text) is
    'Which of an artist''s albums, as only the other catalogue knows them, an album of p_catalogue is: by barcode, else the only one of its name, number of tracks and year; null for none. A link that is MusicBrainz'' word does not speak against it, unless the album is new and its barcode not known: Spotify may list what is linked to next';

create or replace function album_with_ids(p_album albums) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return coalesce(
        (select a.id from albums a where a.musicbrainz_id = p_album.musicbrainz_id),
        (
            select a.id
            from albums a
            where a.spotify_id = p_album.spotify_id
                -- Pressings have links to one page; the first of them has it.
                and (p_album.musicbrainz_id is null or a.musicbrainz_id is null)));
end
$$;

comment on function album_with_ids(albums) is 'The album that has one of these ids, MusicBrainz'' first; null when there is none yet';

create or replace function join_albums_of_ids(p_spotify_id text, p_musicbrainz_id text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_pair record;
begin
    select
        one.id as one_id,
        other.id as other_id
    into v_pair
    from albums one
    join albums other
        on other.musicbrainz_id = p_musicbrainz_id
        and not spotify_knows(other.spotify_id, other.from_musicbrainz)
    where one.spotify_id = p_spotify_id
        and one.musicbrainz_id is null;
    if found then
        perform merge_albums(older_row(v_pair.one_id, v_pair.other_id), younger_row(v_pair.one_id, v_pair.other_id));
    end if;
end
$$;

comment on function join_albums_of_ids(text, text) is 'Makes two albums one that are known by these ids apart';

create or replace function process_album_atomic(p_album_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('album', p_operation_id);
    catalogue text;
    given albums;
    known albums;
    words jsonb;
    open text[];
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_album_data', p_album_data);
    given.artist_id := kept_row(field_uuid(p_album_data, 'artist_id'));
    perform require_artist('artist_id', given.artist_id);
    given.name := require_name(p_album_data);
    given.musicbrainz_id := given_musicbrainz_id(p_album_data);
    given.spotify_id := given_spotify_id('p_spotify_id', p_spotify_id, given.musicbrainz_id);
    given.release_date := field_date(p_album_data, 'release_date');
    given.cover_url := field_text(p_album_data, 'cover_url');
    given.metadata := field_object(p_album_data, 'metadata');
    catalogue := speaking_catalogue(p_album_data, given.spotify_id, given.musicbrainz_id);

    -- The artist's too: what the catalogues know under different ids may be the same album.
    perform lock_catalogue_ids('album', array[given.spotify_id, given.musicbrainz_id, given.artist_id::text]);
    perform join_albums_of_ids(given.spotify_id, given.musicbrainz_id);
    select a.*
    into known
    from albums a
    where a.id = coalesce(album_with_ids(given), same_album(given, given.artist_id, catalogue))
    for update;
    if exists (
        select
        from albums o
        where o.spotify_id = given.spotify_id
            and o.id is distinct from known.id)
    then
        given.spotify_id := null;
    end if;
    words := words_of_album(given);

    if known.id is null then
        insert into albums (
            artist_id, name, spotify_id, musicbrainz_id, release_date, cover_url, metadata, from_musicbrainz)
        values (
            given.artist_id, given.name, given.spotify_id, given.musicbrainz_id, given.release_date, given.cover_url,
            given.metadata, words_after(catalogue, null, '{}', words))
        returning id
        into given.id;
    else
        given.id := known.id;
        open := open_to(catalogue, known.from_musicbrainz, words);
        if catalogue = 'musicbrainz' then
            -- Which of a release's recordings are meant is said anew each time, or that all are.
            known.metadata := known.metadata - 'recordings';
        end if;
        update albums a
        set spotify_id = open_word(known.from_musicbrainz, 'spotify_id', a.spotify_id, given.spotify_id),
            musicbrainz_id = coalesce(a.musicbrainz_id, given.musicbrainz_id),
            name = open_word(open, 'name', a.name, given.name),
            release_date = open_word(open, 'release_date', a.release_date, given.release_date),
            cover_url = open_word(open, 'cover_url', a.cover_url, given.cover_url),
            metadata = open_words(open, known.metadata, given.metadata),
            from_musicbrainz = words_after(catalogue, a.from_musicbrainz, words_of_album(known), words)
        where a.id = known.id;
    end if;

    insert into artist_albums as link (artist_id, album_id, album_group)
    values (given.artist_id, given.id, coalesce(field_text(p_album_data, 'album_group'), 'album'))
    on conflict (artist_id, album_id) do update
    set album_group = coalesce(
        case catalogue when 'spotify' then field_text(p_album_data, 'album_group') end,
        link.album_group);
    perform choose_album_artist(given.id);
    -- What was said just now may show which one of the other catalogue's it is.
    if known.id is not null then
        given.id := join_album(given.id, given.artist_id);
    end if;

    return remember_result(
        'album',
        p_operation_id,
        jsonb_build_object('album_id', given.id, 'created', known.id is null, 'operation_id', p_operation_id));
end
$$;

comment on function process_album_atomic(jsonb, text, text) is
    'Stores an album {name, artist_id, album_group, release_date, cover_url, metadata, musicbrainz_id, catalogue} and that it is this artist''s too: {album_id, created, operation_id}. p_spotify_id may be null where musicbrainz_id is given; catalogue tells whose word it is. The same operation id again changes nothing and answers the same';
