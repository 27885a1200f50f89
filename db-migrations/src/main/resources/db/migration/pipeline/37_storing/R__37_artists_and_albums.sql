-- Storing what the stages found. Every function upserts: what is not given stays as it was, metadata is merged. They run
-- inside the caller's transaction, and with the owner's rights, like all that write: services may only read these tables.

create or replace function process_artist_atomic(p_artist_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
security definer
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
security definer
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
security definer
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
