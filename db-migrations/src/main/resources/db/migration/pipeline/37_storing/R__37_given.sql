-- What store_tracks is given, and what becomes of it.

create or replace function given_links(p_track jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    links jsonb := nullif(p_track -> 'spotify_ids', 'null');
begin
    if links is null then
        return '{}';
    end if;
    perform check_argument(
        case jsonb_typeof(links)
            when 'array' then not jsonb_path_exists(links, 'strict $[*] ? (@.type() != "string")')
        end,
        'spotify_ids',
        left(links::text, 200),
        'be a JSON array of texts');
    return case links when '[]' then '{}' else jsonb_build_object('spotify_ids', links) end;
end
$$;

comment on function given_links(jsonb) is
    'The ids of a recording at Spotify in a track''s data, as its metadata have them; {} when absent; anything else raises 22023';

create or replace function linked(p_metadata jsonb, p_spotify_id text) returns jsonb
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    select case
        when p_spotify_id is null then p_metadata
        else p_metadata || jsonb_build_object(
            'spotify_ids', coalesce(p_metadata -> 'spotify_ids', '[]') || to_jsonb(p_spotify_id))
    end
$$;

comment on function linked(jsonb, text) is
    'The metadata of a track of MusicBrainz with one more link: only Spotify itself says where its track is';

create or replace function check_one_catalogue(p_one text, p_other text) returns boolean
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_one is not distinct from p_other, 'p_track_data', concat_ws(' and ', p_one, p_other), 'be of one catalogue');
    return true;
end
$$;

comment on function check_one_catalogue(text, text) is 'True; raises 22023 for tracks of two catalogues at once';

create or replace function read_given_tracks(p_tracks jsonb[], out given given_track[], out catalogue text)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    with given as materialized (
        select
            item.place,
            require_name(require_object(format('p_track_data[%s]', item.place), item.data)) as name,
            ids.musicbrainz_id,
            given_spotify_id('spotify_id', field_text(item.data, 'spotify_id'), ids.musicbrainz_id) as spotify_id,
            case
                when item.data ? 'catalogue' or ids.musicbrainz_id is not null then
                    speaking_catalogue(item.data, field_text(item.data, 'spotify_id'), ids.musicbrainz_id)
                else 'spotify'
            end as catalogue,
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
            case
                when item.data ? 'spotify_ids' then field_object(item.data, 'metadata') || given_links(item.data)
                else field_object(item.data, 'metadata')
            end as metadata
        from unnest(p_tracks) with ordinality as item (data, place)
        cross join lateral (
            select case when item.data ? 'musicbrainz_id' then given_musicbrainz_id(item.data) end as musicbrainz_id
        ) as ids
    )
    select
        min(g.catalogue),
        coalesce(
            array_agg(
                row(
                    g.place, g.name, g.spotify_id, g.musicbrainz_id, g.title_key, g.seconds, g.duration_ms, g.isrc,
                    g.popularity, g.preview_url,
                    case when g.catalogue = 'musicbrainz' then linked(g.metadata, g.spotify_id) else g.metadata end,
                    null)::given_track
                order by g.place),
            '{}')
    into read_given_tracks.catalogue, read_given_tracks.given
    from given g
    having check_one_catalogue(min(g.catalogue), max(g.catalogue));
end
$$;

comment on function read_given_tracks(jsonb[]) is
    'Tracks as they are given to store_tracks, and whose word they are; bad ones, or those of two catalogues at once, raise 22023';

create or replace function standing_words(p_given given_track, p_catalogue text, p_own tracks, p_other tracks) returns tracks
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    standing tracks;
    known tracks := case when p_own.id is null or p_catalogue = 'musicbrainz' and p_other.id is not null then p_other else p_own end;
begin
    standing.spotify_id := case p_catalogue when 'spotify' then p_given.spotify_id end;
    standing.name := p_given.name;
    standing.duration_ms := coalesce(p_given.duration_ms, known.duration_ms, p_other.duration_ms);
    standing.isrc := coalesce(p_given.isrc, known.isrc, p_other.isrc);
    standing.metadata := p_given.metadata;
    if p_catalogue = 'musicbrainz' and known.id is not null then
        standing.spotify_id := known.spotify_id;
        standing.name := open_word(known.from_musicbrainz, 'name', known.name, p_given.name);
        standing.duration_ms := open_word(known.from_musicbrainz, 'duration_ms', known.duration_ms, p_given.duration_ms);
        standing.isrc := open_word(known.from_musicbrainz, 'isrc', known.isrc, p_given.isrc);
        standing.metadata := open_words(known.from_musicbrainz, known.metadata, p_given.metadata);
    end if;
    return standing;
end
$$;

comment on function standing_words(given_track, text, tracks, tracks) is
    'What will be known of a track once it is stored, by which it is sorted into a song: p_own is its row, p_other that of the other catalogue, where there are any';

create or replace function track_places(p_tracks jsonb[], p_album_id uuid)
returns table (
    place bigint, track_id uuid, artist_id uuid, song_id uuid, name text, duration_ms integer, isrc text, turn text)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    v_given given_track[];
    v_catalogue text;
    v_album albums;
begin
    select g.given, g.catalogue
    into v_given, v_catalogue
    from read_given_tracks(p_tracks) as g;
    select a.*
    into v_album
    from albums a
    where a.id = kept_row(p_album_id)
    -- As store_tracks does: until then nobody else may make a row of what is new here.
    for no key update;
    if v_album.id is null then
        perform raise_unknown('p_album_id', 'album', p_album_id::text);
    end if;
    return query
        select
            g.place,
            coalesce(own.id, other.id),
            n.artist_id,
            n.id,
            w.name,
            w.duration_ms,
            w.isrc,
            song_turn(
                w.metadata -> 'versions',
                v_album.release_date,
                turn_id(w.spotify_id, g.musicbrainz_id, v_album.musicbrainz_id))
        from unnest(v_given) as g
        left join match_tracks(v_given, v_catalogue, v_album.id) as m on m.place = g.place
        left join tracks other on other.id = m.track_id
        left join lateral (
            select t.*
            from tracks t
            where t.spotify_id = g.spotify_id
                and v_catalogue = 'spotify'
            union all
            select t.*
            from tracks t
            where t.musicbrainz_id = g.musicbrainz_id
                and t.album_id = v_album.id
                and v_catalogue = 'musicbrainz'
        ) as own on true
        left join normalized_tracks n on n.id = coalesce(own.song_id, other.song_id)
        cross join lateral standing_words(g, v_catalogue, own, other) as w
        order by g.place;
end
$$;

comment on function track_places(jsonb[], uuid) is
    'What store_tracks will make of tracks of an album: the row that each has already, whose songs it is among and which song it is (null for new ones), what title, length and ISRC it will have then, and its song_turn. One row a track, in the order given';
