-- Starting work from an SQL console.

create or replace function start_artist_discovery(artist_name text) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    name text := require_short_text('artist_name', artist_name, 500);
begin
    return pg_enqueue(
        'artist_discovery',
        jsonb_build_object(
            'artistName', name,
            '_idempotencyKey', 'artist:name:' || small_letters(name)));
end
$$;

comment on function start_artist_discovery(text) is
    'Asks for everything about the artist of that name. Returns the message id; view the result with check_artist_pipeline_progress once the artist is known';

create or replace function start_bulk_artist_discovery(
    genre text = null,
    min_popularity int = 0,
    limit_count int = 10
) returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    wanted_genre text := search_key(case when genre is not null then require_text('genre', genre) end);
begin
    perform check_argument(
        min_popularity between 0 and 100, 'min_popularity', min_popularity::text, 'be from 0 to 100');
    perform require_not_negative('limit_count', limit_count);
    return query
        with chosen as (
            select coalesce(a.spotify_id, a.musicbrainz_id) as id, a.name, coalesce(a.popularity, 0) as popularity
            from artists a
            where (a.spotify_id is not null or a.musicbrainz_id is not null)
                and coalesce(a.popularity, 0) >= min_popularity
                and (
                    wanted_genre is null
                    or exists (
                        select
                        from jsonb_array_elements_text(
                            case jsonb_typeof(a.metadata -> 'genres')
                                when 'array' then a.metadata -> 'genres'
                                else '[]'
                            end) as known (genre)
                        where search_key(known.genre) = wanted_genre))
            order by coalesce(a.popularity, 0) desc, a.followers desc nulls last, a.id
            limit limit_count
        )
        select pg_enqueue(
            'artist_discovery',
            jsonb_build_object(
                'artistId', c.id,
                'artistName', c.name,
                '_idempotencyKey', 'artist:id:' || c.id))
        from chosen c
        order by c.popularity desc;
end
$$;

comment on function start_bulk_artist_discovery(text, int, int) is
    'Asks again for known artists of a genre (null: any) and popularity, most popular first. Returns the message ids';

create or replace function start_album_discovery(artist_id uuid, offset_val int = 0) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    artist uuid := kept_row(start_album_discovery.artist_id);
begin
    perform require_artist('artist_id', artist);
    perform require_not_negative('offset_val', offset_val);
    return pg_enqueue(
        'album_discovery',
        jsonb_build_object(
            'artistId', artist,
            'offset', offset_val,
            '_idempotencyKey',
            format('album_discovery:none:%s:%s', artist, offset_val)));
end
$$;

comment on function start_album_discovery(uuid, int) is
    'Asks for the albums of a known artist, from an offset on. Returns the message id';
